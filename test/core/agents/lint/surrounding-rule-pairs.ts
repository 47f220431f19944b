import type { RulePair } from './rule-pair.ts';

const PAGE = [
  "import { WebTracerProvider } from '@opentelemetry/sdk-trace-web';",
  'new OTLPTraceExporter({',
  "  url: '/v1/traces',",
  '  headers: {',
];

/** Mistakes in what surrounds an agent: the page that it runs in, a proxy, a framework's own switch. */
export const SURROUNDING_PAIRS: readonly RulePair[] = [
  {
    rule: 'page-token',
    title: 'in the headers of a page’s exporter',
    name: 'telemetry.js',
    bad: `${[...PAGE, "    Authorization: 'Bearer hunter2hunter2',", "    'X-Page': 'shop',"].join('\n')}\n  },\n});\n`,
    line: 5,
    mended: `${[...PAGE, "    'X-Page': 'shop',"].join('\n')}\n  },\n});\n`,
    good: `${[...PAGE, "    'X-Page': 'shop',"].join('\n')}\n  },\n});\n`,
  },
  {
    rule: 'page-token',
    title: 'computed when the page is built, which a server may do',
    name: 'telemetry.ts',
    bad: `${[...PAGE, "    authorization: 'Bearer ' + import.meta.env.VITE_TOKEN,"].join('\n')}\n  },\n});\n`,
    line: 5,
    mended: `${PAGE.join('\n')}\n  },\n});\n`,
    good: "import { NodeSDK } from '@opentelemetry/sdk-node';\nnew OTLPTraceExporter({\n  headers: {\n    authorization: 'Bearer ' + process.env.TOKEN,\n  },\n});\n",
  },
  {
    rule: 'proxy',
    title: 'that takes what goes to this machine',
    name: '.env',
    bad: 'ELASTIC_APM_SERVER_URL=https://localhost:8200\nHTTPS_PROXY=http://proxy.test:3128\n',
    line: 2,
    mended: null,
    good: 'ELASTIC_APM_SERVER_URL=https://localhost:8200\nHTTPS_PROXY=http://proxy.test:3128\nNO_PROXY=localhost,127.0.0.1,::1\n',
    change: { agents: ['python'] },
  },
  {
    rule: 'proxy',
    title: 'beside a NO_PROXY that names another, which a server elsewhere may have',
    name: '.env',
    bad: 'OTEL_EXPORTER_OTLP_ENDPOINT=https://127.0.0.1:8200\nhttps_proxy=http://proxy.test:3128\nno_proxy=localhost\n',
    line: 2,
    mended: null,
    good: 'OTEL_EXPORTER_OTLP_ENDPOINT=https://apm.test:8200\nhttps_proxy=http://proxy.test:3128\n',
    change: { agents: ['otel-python'] },
  },
  {
    rule: 'django-debug',
    title: 'while Django’s own is on',
    name: 'settings.py',
    bad: "DEBUG = True\nINSTALLED_APPS = ['elasticapm.contrib.django']\nELASTIC_APM = {\n    'SERVICE_NAME': 'shop',\n}\n",
    line: 4,
    mended: null,
    good: "DEBUG = True\nINSTALLED_APPS = ['elasticapm.contrib.django']\nELASTIC_APM = {\n    'SERVICE_NAME': 'shop',\n    'DEBUG': True,\n}\n",
  },
  {
    rule: 'extra-ca',
    title: 'another authority for Node.js itself, which the agent passes over',
    name: '.env',
    bad: 'ELASTIC_APM_SERVER_CA_CERT_FILE=/etc/apm-ca.pem\nNODE_EXTRA_CA_CERTS=/etc/corp.pem\n',
    line: 2,
    mended: null,
    good: 'NODE_EXTRA_CA_CERTS=/etc/corp.pem\nELASTIC_APM_SERVER_URL=https://apm:8200\n',
    change: { agents: ['nodejs'] },
  },
];
