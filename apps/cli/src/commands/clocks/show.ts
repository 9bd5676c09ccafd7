import type { ClockDetail } from '@zhanggui/contract'
import { renderTable } from '../../output/render-table.ts'
import type { Shell } from '../../shell.ts'
import { clockTable } from './clock-words.ts'
import type { AddClockCommand } from './index.ts'
import { withClocks } from './with-clocks.ts'

/** Events and passed marks in the order of their instants. */
function historyTable({ events, marks }: ClockDetail): string {
  const rows = [
    ...events.map(({ at, kind, step, reason, outcome, note, enteredBy }) => [
      at,
      [kind, step, reason, outcome].filter((word) => word !== null).join(' '),
      enteredBy,
      note,
    ]),
    ...marks.map(({ at, step, mark, withdrawnAt, called }) => [
      at,
      `${mark} ${step}${withdrawnAt === null ? '' : ' (withdrawn)'}`,
      '',
      called.join(', '),
    ]),
  ].toSorted(([a = ''], [b = '']) => a.localeCompare(b))
  return renderTable(
    [
      { header: '时间 at', align: 'left' },
      { header: '经过 what', align: 'left' },
      { header: '谁 who', align: 'left' },
      { header: '备注 note', align: 'left' },
    ],
    rows,
  )
}

export const addClockShow: AddClockCommand = (clocks, run) => {
  clocks
    .command('show <store> <clock>')
    .description('一个时限的步骤与经过 / one deadline with what happened to it')
    .action((store: string, id: string, _options: object, command) =>
      run(command, async (shell: Shell) => {
        const detail = await withClocks(shell, { store }, ({ context, api, store: shop }) =>
          api.readClockDetail(context, { store: shop.id, id }),
        )
        shell.answer(detail, () => `${clockTable([detail.clock], shell)}\n\n${historyTable(detail)}`)
        return undefined
      }),
    )
}
