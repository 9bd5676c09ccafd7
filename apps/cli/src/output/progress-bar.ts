import { displayWidth, truncateToWidth } from './display-width.ts'

const BAR_WIDTH = 24
const LINE_WIDTH = 79

/** @example progressLine({ label: '读取', share: 0.5 }) // '████████████░░░░░░░░░░░░  50% 读取' */
export function progressLine({ label, share }: { label: string; share: number }): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * BAR_WIDTH)
  const bar = '█'.repeat(full) + '░'.repeat(BAR_WIDTH - full)
  return truncateToWidth(`${bar} ${String(Math.floor(share * 100)).padStart(3)}% ${label}`, LINE_WIDTH)
}

export type ProgressBar = { show(state: { label: string; share: number }): void; clear(): void }

/** One line on a terminal that is drawn over itself; nothing at all where the output is no terminal. */
export function createProgressBar(stream: { isTTY?: boolean; write(text: string): unknown }): ProgressBar {
  let shown = ''
  const draw = (line: string): void => {
    if (!stream.isTTY || line === shown) return
    stream.write(`\r${line}${' '.repeat(Math.max(0, displayWidth(shown) - displayWidth(line)))}`)
    shown = line
  }
  return {
    show: (state) => draw(progressLine(state)),
    clear() {
      draw('')
      if (stream.isTTY) stream.write('\r')
    },
  }
}
