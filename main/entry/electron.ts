import { resolve } from 'node:path';
import { boot } from '../shell/boot.ts';
import { giveUp } from '../shell/give-up.ts';
import { nativeConcerns } from '../shell/native-concerns.ts';

// The bundle is CommonJS, in `dist/shell`, two folders below the root.
boot(resolve(__dirname, '..', '..'), nativeConcerns()).catch(giveUp);
