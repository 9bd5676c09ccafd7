import { Option } from 'commander'
import { formatFigure } from '../../output/format-figure.ts'
import { renderTable } from '../../output/render-table.ts'
import { parseDayOption } from '../../parse-option.ts'
import type { AddClockCommand } from './index.ts'
import { withClocks } from './with-clocks.ts'

type ReportOptions = { from: string; to: string; by: 'ladder' | 'owner' }

export const addClockReport: AddClockCommand = (clocks, run) => {
  clocks
    .command('report <store>')
    .description('按时率 / share in time')
    .requiredOption('--from <day>', '第一天 / first business day', parseDayOption)
    .requiredOption('--to <day>', '止于这天之前 / day after the last one', parseDayOption)
    .addOption(new Option('--by <what>', '按什么分 / split by').choices(['ladder', 'owner']).default('ladder'))
    .action((store: string, options: ReportOptions, command) =>
      run(command, async (shell) => {
        const report = await withClocks(shell, { store }, ({ context, api, store: shop }) =>
          api.readReport(context, shop, options),
        )
        const share = (of: number | null) =>
          formatFigure(of, { unit: 'ratio', currency: 'CNY', language: shell.language })
        shell.answer(report, () =>
          renderTable(
            [
              { header: '名称 name', align: 'left' },
              { header: '按时率 share', align: 'right' },
              { header: '按时 kept', align: 'right' },
              { header: '逾期 late', align: 'right' },
              { header: '进行中 open', align: 'right' },
            ],
            report.rows.map((row) => [
              shell.say({ zh: row.nameZh, en: row.nameEn }),
              share(row.share),
              ...[row.kept, row.late, row.open].map(String),
            ]),
          ),
        )
      }),
    )
}
