import { LEAST_SIZE, USUAL_SIZE } from './window-options.ts';

/** A rectangle in the system's own pixels; without a position, the system places it. */
export interface Bounds {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
}

/** What is kept of the window from one start to the next. */
export interface WindowState {
  readonly bounds: Bounds;
  readonly isMaximised: boolean;
}

type Area = Required<Bounds>;

/** So much of the window has to lie on a display that it can be seen and taken hold of. */
const GRASP = { width: 120, height: 40 } as const;

/** Reads what `stateText` wrote; anything else is null. */
export function readState(text: string): WindowState | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Half-written or foreign: the window takes its usual place.
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { x, y, width, height, isMaximised } = value as Readonly<Record<string, unknown>>;
  if (!isPixels(x) || !isPixels(y) || !isPixels(width) || !isPixels(height)) return null;
  return { bounds: { x, y, width, height }, isMaximised: isMaximised === true };
}

export function stateText({ bounds, isMaximised }: WindowState): string {
  return `${JSON.stringify({ ...bounds, isMaximised })}\n`;
}

/**
 * Where the window goes: where it was, as far as that still lies on a display; never smaller than the interface needs nor larger than its display. A window whose
 * display is gone goes to the first one, in the middle.
 */
export function fittingState(state: WindowState | null, workAreas: readonly Area[]): WindowState {
  const [first] = workAreas;
  if (first === undefined) return { bounds: USUAL_SIZE, isMaximised: state?.isMaximised ?? false };
  const { bounds, isMaximised }: WindowState = state ?? { bounds: USUAL_SIZE, isMaximised: false };
  const area = areaOf(bounds, workAreas);
  const within = area ?? first;
  const width = clamp(bounds.width, LEAST_SIZE.width, within.width);
  const height = clamp(bounds.height, LEAST_SIZE.height, within.height);
  if (area === null || bounds.x === undefined || bounds.y === undefined) {
    const x = within.x + Math.max(0, Math.floor((within.width - width) / 2));
    const y = within.y + Math.max(0, Math.floor((within.height - height) / 2));
    return { bounds: { x, y, width, height }, isMaximised };
  }
  // Its upper edge is what it is moved by, so it has to be on the display as a whole.
  const x = clamp(bounds.x, within.x - width + GRASP.width, within.x + within.width - GRASP.width);
  const y = clamp(bounds.y, within.y, within.y + within.height - GRASP.height);
  return { bounds: { x, y, width, height }, isMaximised };
}

/** The display that shows most of the window, where that is enough to take hold of it. */
function areaOf({ x, y, width, height }: Bounds, areas: readonly Area[]): Area | null {
  if (x === undefined || y === undefined) return null;
  let best: Area | null = null;
  let most = 0;
  for (const area of areas) {
    const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
    const down = Math.min(y + height, area.y + area.height) - Math.max(y, area.y);
    if (across < GRASP.width || down < GRASP.height || across * down <= most) continue;
    best = area;
    most = across * down;
  }
  return best;
}

/** A display smaller than the interface's least size still gets the least size: then the system shows what it can. */
function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.max(least, Math.min(value, most)));
}

function isPixels(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= 100_000;
}
