import './telemetry.js';
