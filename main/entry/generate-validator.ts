import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LINE_MODELS } from '../core/endpoint/model/model.ts';
import { writeValidator } from '../core/endpoint/model/write-validator.ts';

/* `npm run generate`: writes the validator of intake events from the rules of the event model. To be run when those have changed; a test compares. */

const path = join(import.meta.dirname, '..', 'core', 'endpoint', 'model', 'generated', 'sound.ts');
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, writeValidator(LINE_MODELS));
console.log(`written: ${path}`);
