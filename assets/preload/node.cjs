'use strict';

// Loaded by `sealwire run` into every Node.js process of the command, through NODE_OPTIONS. It loads the APM agent by the absolute path that
// was found in the application's own packages, so a child in another folder finds it too. Package managers are left alone: the
// application is what they start. Written for Node.js 14.18 and later, in CommonJS, because it runs on whatever Node the application runs on.

const { realpathSync } = require('node:fs');
const { basename } = require('node:path');

const PACKAGE_MANAGERS = /^(npm|npx|yarn|yarnpkg|pnpm|pnpx|corepack)(-cli)?(\.[cm]?js)?$/;
// Corepack keeps yarn and pnpm in a cache of its own, under their names.
const INSIDE_PACKAGE_MANAGER = /[\\/](node_modules|corepack[\\/]v1)[\\/](npm|yarn|pnpm|corepack)[\\/]/;

function isPackageManager(script) {
  return PACKAGE_MANAGERS.test(basename(script)) || INSIDE_PACKAGE_MANAGER.test(realPath(script));
}

function realPath(script) {
  try {
    return realpathSync(script);
  } catch {
    // `node app` names app.js without its ending; Node resolves it after this file has run.
    return script;
  }
}

const agent = process.env.SEALWIRE_NODE_AGENT;
const script = process.argv[1];
if (agent && script !== undefined && !isPackageManager(script)) require(agent);
