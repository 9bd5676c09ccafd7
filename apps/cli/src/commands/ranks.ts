import type { RankSubject } from '@zhanggui/contract'
import type { Command } from 'commander'
import { renderTable } from '../output/render-table.ts'
import type { RunCommand } from '../run-command.ts'
import type { Shell } from '../shell.ts'
import { withContext } from '../with-context.ts'

const VERDICTS: Readonly<Record<RankSubject['verdict'], { zh: string; en: string }>> = {
  reached: { zh: '已达成', en: 'reached' },
  onTrack: { zh: '能按时到', en: 'in time' },
  behind: { zh: '按走势到不了', en: 'not at this pace' },
  missed: { zh: '已过期未达成', en: 'day is over' },
  unknown: { zh: '记录太少', en: 'too few readings' },
  stale: { zh: '两周没有记录', en: 'not read for two weeks' },
}

const COLUMNS = [
  { header: '榜单 list', align: 'left' },
  { header: '商品 goods', align: 'left' },
  { header: '名次 rank', align: 'right' },
  { header: '目标 goal', align: 'right' },
  { header: '还差 missing', align: 'right' },
  { header: '达成日 by', align: 'left' },
  { header: '判断 verdict', align: 'left' },
] as const

/** At least so many, where it stood below what was looked at. */
const distanceText = ({ distance }: RankSubject): string =>
  distance === null ? '–' : `${distance.isAtLeast ? '≥' : ''}${distance.places}`

const rankText = ({ points }: RankSubject): string => {
  const latest = points.at(-1)
  return latest ? String(latest.rank ?? `>${latest.depth}`) : '–'
}

const rowOf = (subject: RankSubject, shell: Shell): string[] => [
  `${subject.term}（${subject.board}）`,
  subject.itemName ?? subject.item ?? '–',
  rankText(subject),
  String(subject.goalRank),
  distanceText(subject),
  subject.byDay,
  shell.say(VERDICTS[subject.verdict]),
]

/** Ranks against their goals. */
export function addRanksCommand(program: Command, run: RunCommand): void {
  program
    .command('ranks <store>')
    .description('行业排名：离目标还差几名、能不能按时到 / ranks against their goals')
    .action((store: string, _options: object, command: Command) =>
      run(command, async (shell) => {
        await withContext(shell, async (context, server) => {
          const followUp = await server.readRanks(context, await server.getStore(context, store))
          shell.answer(followUp, () =>
            renderTable(
              COLUMNS,
              followUp.subjects.map((subject) => rowOf(subject, shell)),
            ),
          )
        })
      }),
    )
}
