import { lazy, Suspense, useRef } from 'react'
import { useStrings } from '../locale/strings.ts'
import { strings } from '../parts/strings.ts'
import { useTheme } from '../theme/theme-provider.tsx'
import type { ChartHandle, ChartPoint } from './canvas.tsx'
import type { ChartOption } from './chart-option.ts'
import { useSeen } from './use-seen.ts'

const Canvas = lazy(() => import('./canvas.tsx'))

type ChartProps = {
  /** What the chart shows, read out by screen readers. */
  title: string
  option: ChartOption
  height: number
  onPoint?: (point: ChartPoint) => void
  onReady?: (handle: ChartHandle | null) => void
}

/** A chart that loads when it comes into view and holds its height until then. */
export function Chart({ title, option, height, onPoint, onReady }: ChartProps) {
  const t = useStrings(strings)
  const theme = useTheme()
  const box = useRef<HTMLDivElement>(null)
  const seen = useSeen(box)
  return (
    <div ref={box} role="img" aria-label={t.chartSummary(title)} style={{ width: '100%', height }}>
      {seen && (
        <Suspense>
          <Canvas option={option} background={theme.surface} onPoint={onPoint} onReady={onReady} />
        </Suspense>
      )}
    </div>
  )
}
