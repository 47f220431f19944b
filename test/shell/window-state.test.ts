import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fittingState, readState, stateText } from '../../main/shell/window/window-state.ts';

const left = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 1280, height: 984 };

const area = fc.record({
  x: fc.integer({ min: -5_000, max: 5_000 }),
  y: fc.integer({ min: -5_000, max: 5_000 }),
  width: fc.integer({ min: 900, max: 4_000 }),
  height: fc.integer({ min: 600, max: 3_000 }),
});
const pixels = fc.integer({ min: -100_000, max: 100_000 });
const state = fc.record({
  bounds: fc.record({ x: pixels, y: pixels, width: pixels, height: pixels }),
  isMaximised: fc.boolean(),
});

describe('where the window opens', () => {
  test('where it was, as long as that display is there', () => {
    const kept = { bounds: { x: 2_000, y: 40, width: 1_000, height: 700 }, isMaximised: true };

    expect(fittingState(kept, [left, right])).toEqual(kept);
    expect(fittingState(kept, [left])).toEqual({
      bounds: { x: 460, y: 170, width: 1_000, height: 700 },
      isMaximised: true,
    });
  });

  test('in its usual size where nothing was kept, also without a display', () => {
    expect(fittingState(null, [left]).bounds).toEqual({ x: 320, y: 120, width: 1_280, height: 800 });
    expect(fittingState(null, []).bounds).toEqual({ width: 1_280, height: 800 });
  });

  test('always where it can be taken hold of, no smaller than the interface and no larger than its display', () => {
    fc.assert(
      fc.property(state, fc.array(area, { minLength: 1, maxLength: 4 }), (kept, areas) => {
        const { bounds } = fittingState(kept, areas);
        const { x = Number.NaN, y = Number.NaN, width, height } = bounds;
        const on = areas.filter(
          (each) =>
            y >= each.y &&
            y + 40 <= each.y + each.height &&
            Math.min(x + width, each.x + each.width) - Math.max(x, each.x) >= 120 &&
            width <= Math.max(900, each.width) &&
            height <= Math.max(600, each.height),
        );
        expect(on).not.toEqual([]);
        expect(width).toBeGreaterThanOrEqual(900);
        expect(height).toBeGreaterThanOrEqual(600);
        // With several displays a window that had to grow may show more of itself on another one, and moves there once.
        if (areas.length === 1) expect(fittingState({ bounds, isMaximised: false }, areas).bounds).toEqual(bounds);
      }),
    );
  });

  test('what is written is read again, and nothing else is', () => {
    fc.assert(fc.property(state, (kept) => void expect(readState(stateText(kept))).toEqual(kept)));
    fc.assert(fc.property(fc.json(), (text) => void expect(readState(text)).toBeNull()));
    expect(readState('{"x":1e999,"y":0,"width":900,"height":600}')).toBeNull();
  });
});
