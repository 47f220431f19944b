import { resolve } from 'node:path';
import { boot } from '../shell/boot.ts';
import { windowAlone } from '../shell/concerns.ts';

// The bundle is CommonJS, in `dist/shell`, two folders below the root.
boot(resolve(__dirname, '..', '..'), windowAlone());
