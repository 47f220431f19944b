import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that mostly wait for an agent or a window: begun last, they would be waited for alone. */
const LONG = ['test/agents/', 'test/old-electron/window', 'test/system/kills', 'test/system/hostile-traffic'];

/** Begins the files that take longest; a clean checkout has no times of an earlier run to go by. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.some((part) => moduleId.includes(part));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
