import { useEffect, useEffectEvent, useRef } from 'react'
import type { ChartOption } from './chart-option.ts'
import { echarts } from './echarts.ts'

export type ChartHandle = { picture: () => string }
export type ChartPoint = { dataIndex: number; seriesIndex: number; name: string }

type CanvasProps = {
  option: ChartOption
  background: string
  onPoint?: ((point: ChartPoint) => void) | undefined
  onReady?: ((handle: ChartHandle | null) => void) | undefined
}

/** ECharts in a box: created once, resized with it, disposed with it. Loaded only when a chart comes into view. */
export default function Canvas({ option, background, onPoint, onReady }: CanvasProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ReturnType<typeof echarts.init>>(null)
  const point = useEffectEvent((event: { dataIndex: number; seriesIndex?: number | undefined; name: string }) =>
    onPoint?.({ dataIndex: event.dataIndex, seriesIndex: event.seriesIndex ?? 0, name: event.name }),
  )
  const ready = useEffectEvent((handle: ChartHandle | null) => onReady?.(handle))
  const picture = useEffectEvent(
    () => chart.current?.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: background }) ?? '',
  )

  useEffect(() => {
    const element = box.current
    if (!element) return
    const made = echarts.init(element)
    chart.current = made
    made.on('click', point)
    ready({ picture })
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(element)
    return () => {
      observer.disconnect()
      ready(null)
      made.dispose()
      chart.current = null
    }
  }, [])
  // Whole replacement: series that are gone must not stay on the canvas.
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true })
  }, [option])
  return <div ref={box} style={{ width: '100%', height: '100%' }} />
}
