import type { PartnerDetail, PartnerSummary } from '@zhanggui/contract'
import type { Command } from 'commander'
import { formatFigure } from '../output/format-figure.ts'
import { renderTable, type TableColumn } from '../output/render-table.ts'
import type { RunCommand } from '../run-command.ts'
import type { Shell } from '../shell.ts'
import { withContext } from '../with-context.ts'

const left = (header: string): TableColumn => ({ header, align: 'left' })
const right = (header: string): TableColumn => ({ header, align: 'right' })

const scoreText = (score: number | null): string => (score === null ? '–' : String(score))

const listTable = (partners: readonly PartnerSummary[]): string =>
  renderTable(
    [
      left('编号 id'),
      left('名称 name'),
      right('得分 score'),
      right('未达标 missed'),
      left('最先到期 next'),
      left('决定 decide by'),
    ],
    partners.map(({ code, name, score, missedNow, next }) => [
      code,
      name,
      scoreText(score.score),
      String(missedNow),
      next?.number ?? '–',
      next?.decideBy ?? '–',
    ]),
  )

const OUTCOMES = { kept: '✓', missed: '✗', unknown: '·' } as const

/** A line for each period of each level, the latest first. */
function detailTable({ contracts, currency }: PartnerDetail, { language }: Shell): string {
  const rows = contracts.flatMap(({ number, levels }) =>
    levels.flatMap(({ nameZh, nameEn, unit, target, periods }) =>
      periods
        .toReversed()
        .map(({ from, outcome, value }) => [
          number,
          language === 'zh' ? nameZh : nameEn,
          from,
          formatFigure(value, { unit, currency, language }),
          formatFigure(target, { unit, currency, language }),
          OUTCOMES[outcome],
        ]),
    ),
  )
  const columns = [
    left('合同 contract'),
    left('标准 level'),
    left('周期 period'),
    right('实际 figure'),
    right('约定 agreed'),
    left(''),
  ]
  return renderTable(columns, rows)
}

/** What was agreed with partners and how it was kept. */
export function addPartnersCommand(program: Command, run: RunCommand): void {
  program
    .command('partners <store> [partner]')
    .description('合作方：得分、未达标、续约；写编号看各周期 / partners: scores, misses, renewal')
    .action((store: string, partner: string | undefined, _options: object, command: Command) =>
      run(command, async (shell) => {
        await withContext(shell, async (context, server) => {
          const shop = await server.getStore(context, store)
          if (partner === undefined) {
            const partners = await server.listPartners(context, shop)
            return shell.answer({ partners }, () => listTable(partners))
          }
          const detail = await server.readPartner(context, shop, { code: partner, showsPrice: true })
          return shell.answer(detail, () => detailTable(detail, shell))
        })
      }),
    )
}
