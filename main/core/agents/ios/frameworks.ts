import type { Framework } from '../definition.ts';

/** Starts the app anew in the simulator that runs. */
export const START = 'xcrun simctl launch --terminate-running-process booted com.example.shop';

/** Kinds of apps, by where they start. */
export const frameworks: readonly Framework[] = [
  { id: 'swiftui', title: 'SwiftUI', markers: [], start: START, install: '' },
  { id: 'uikit', title: 'UIKit', markers: [], start: START, install: '' },
];
