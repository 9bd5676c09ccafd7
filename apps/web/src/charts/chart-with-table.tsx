import { BarChartOutlined, CopyOutlined, DownloadOutlined, EllipsisOutlined, TableOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { type ReactNode, useState } from 'react'
import { useStrings } from '../locale/strings.ts'
import { strings } from '../parts/strings.ts'
import { useCopy } from '../parts/use-copy.ts'
import type { ChartHandle, ChartPoint } from './canvas.tsx'
import { Chart } from './chart.tsx'
import type { ChartOption } from './chart-option.ts'
import { Legend } from './legend.tsx'
import { copyPicture, savePicture } from './picture.ts'

type ChartWithTableProps = {
  title: string
  option: ChartOption
  height: number
  /** The same figures in words, for screen readers and copying. */
  table: ReactNode
  onPoint?: (point: ChartPoint) => void
}

/** A chart with its table twin and its picture. */
export function ChartWithTable({ title, option, height, table, onPoint }: ChartWithTableProps) {
  const t = useStrings(strings)
  const copy = useCopy()
  const [shown, setShown] = useState<'chart' | 'table'>('chart')
  const [handle, setHandle] = useState<ChartHandle | null>(null)
  const pictures = [
    { key: 'copy', icon: <CopyOutlined aria-hidden />, label: t.copyPng },
    { key: 'save', icon: <DownloadOutlined aria-hidden />, label: t.savePng },
  ]
  const takePicture = (key: string) => {
    if (!handle) return
    if (key === 'save') savePicture(handle.picture(), title)
    else void copy(() => copyPicture(handle.picture()))
  }
  return (
    <div style={{ position: 'relative' }}>
      <div
        data-chart-tools
        style={{ position: 'absolute', insetInlineEnd: 0, insetBlockStart: -54, display: 'flex', gap: 2 }}
      >
        <Button
          type="text"
          size="small"
          icon={shown === 'chart' ? <TableOutlined aria-hidden /> : <BarChartOutlined aria-hidden />}
          aria-label={`${shown === 'chart' ? t.table : t.chart}: ${title}`}
          onClick={() => setShown(shown === 'chart' ? 'table' : 'chart')}
        />
        {shown === 'chart' && (
          <Dropdown menu={{ items: pictures, onClick: ({ key }) => takePicture(key) }} trigger={['click']}>
            <Button
              type="text"
              size="small"
              icon={<EllipsisOutlined aria-hidden />}
              aria-label={`${t.more}: ${title}`}
            />
          </Dropdown>
        )}
      </div>
      {shown === 'chart' ? (
        <>
          <Legend option={option} />
          <Chart title={title} option={option} height={height} onReady={setHandle} {...(onPoint ? { onPoint } : {})} />
        </>
      ) : (
        <div style={{ minHeight: height, maxHeight: Math.max(height, 420), overflow: 'auto' }}>{table}</div>
      )}
    </div>
  )
}
