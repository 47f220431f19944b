import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LINE_MODELS } from '../core/endpoint/model/model.ts';
import { writeScanner } from '../core/endpoint/scan/write-scanner.ts';

/* `npm run generate`: writes the scanner of intake events from the rules of the event model. To be run when those have changed; a test compares. */

const path = join(import.meta.dirname, '..', 'core', 'endpoint', 'scan', 'generated', 'scanner.ts');
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, writeScanner(LINE_MODELS));
console.log(`written: ${path}`);
