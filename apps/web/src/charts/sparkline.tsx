import { sparklinePath } from './sparkline-path.ts'

const SIZE = { width: 96, height: 28 }

/** A small course without axes, beside a figure that says the rest. */
export const Sparkline = ({ values }: { values: readonly (number | null)[] }) => (
  <svg
    viewBox={`-1 -2 ${SIZE.width + 2} ${SIZE.height + 4}`}
    preserveAspectRatio="none"
    width="100%"
    height={SIZE.height + 4}
    aria-hidden="true"
    focusable="false"
  >
    <path
      d={sparklinePath(values, SIZE)}
      fill="none"
      stroke="var(--accent)"
      strokeWidth="1.5"
      strokeLinejoin="round"
      strokeLinecap="round"
      vectorEffect="non-scaling-stroke"
    />
  </svg>
)
