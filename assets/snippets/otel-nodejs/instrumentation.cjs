'use strict';

// Loaded before the application. Where to report, and as whom, is said by OTEL_ variables.
const { getNodeAutoInstrumentations } = require('@opentelemetry/auto-instrumentations-node');
const { NodeSDK } = require('@opentelemetry/sdk-node');

const sdk = new NodeSDK({ instrumentations: [getNodeAutoInstrumentations()] });
sdk.start();

process.once('SIGTERM', () => sdk.shutdown().finally(() => process.exit(0)));
