import type { ErasureReport, PersonExport, RetentionRule, RetentionRun } from '@zhanggui/contract'
import { type Command, Option } from 'commander'
import { usageFailure } from '../cli-failure.ts'
import { renderTable } from '../output/render-table.ts'
import type { RunCommand } from '../run-command.ts'
import type { Shell } from '../shell.ts'
import { withContext } from '../with-context.ts'

type WhoOptions = { id: string[] }
type RetentionOptions = { set: string[]; run: boolean; apply: boolean; reason: string }

const collect = (value: string, before: string[]): string[] => [...before, value]

const addWho = (command: Command): Command =>
  command.requiredOption(
    '--id <identifier>',
    '买家昵称、手机号、客户编号或访客 ID，可重复给出同一个人的多个 / how the shop knows the person; may be repeated',
    collect,
    [],
  )

const erasedTable = (report: ErasureReport): string =>
  renderTable(
    [
      { header: '表 table', align: 'left' },
      { header: '已匿名行数 rows', align: 'right' },
      { header: '清空的列 cleared', align: 'left' },
    ],
    report.tables.map((t) => [t.table, String(t.detached), t.cleared.join(', ')]),
  )

/** What an erasure cannot reach is named, file by file. */
function noteLeftovers(report: ErasureReport, shell: Shell): void {
  for (const { path, done } of report.files)
    shell.note({ zh: `${done === 'removed' ? '已删除' : '已打码'}：${path}`, en: `${done}: ${path}` })
  for (const { file, present } of report.backups)
    shell.note({
      zh: `备份里还有此人，请处理：${file}${present ? '' : '（不在原处，可能已移走）'}`,
      en: `Still in this backup; deal with it: ${file}${present ? '' : ' (not where it was made)'}`,
    })
  for (const path of report.originals)
    shell.note({ zh: `导入用的原始文件还在：${path}`, en: `The file that was imported is still there: ${path}` })
}

function addErase(people: Command, run: RunCommand): void {
  addWho(
    people.command('erase <store>').description('删除一个人的数据，金额和件数不变 / forget a person; figures stay'),
  )
    .requiredOption('--reason <text>', '原因，会记入审计，不要写标识 / reason, kept in the audit trail')
    .action((id: string, options: WhoOptions & { reason: string }, command: Command) =>
      run(command, async (shell) => {
        const report = await withContext(shell, async (context, server) =>
          server.erasePerson(
            context,
            await server.getStore(context, id),
            { identifiers: options.id, reason: options.reason },
            { actor: shell.actor },
          ),
        )
        shell.answer(report, () => erasedTable(report))
        noteLeftovers(report, shell)
      }),
    )
}

const exportedTable = (person: PersonExport): string =>
  renderTable(
    [
      { header: '表 table', align: 'left' },
      { header: '行数 rows', align: 'right' },
      { header: '用途 purpose', align: 'left' },
    ],
    person.tables.map((t) => [t.table, String(t.rows.length), `${t.purposeZh} / ${t.purposeEn}`]),
  )

function addExport(people: Command, run: RunCommand): void {
  addWho(people.command('export <store>').description('导出一个人的全部数据 / everything that is kept of a person'))
    .addOption(
      new Option('--format <format>', '表格或 CSV；--json 给出 JSON / table or CSV')
        .choices(['table', 'csv'])
        .default('table'),
    )
    .action((id: string, options: WhoOptions & { format: 'table' | 'csv' }, command: Command) =>
      run(command, async (shell) => {
        const { person, csv } = await withContext(shell, async (context, server) => {
          const store = await server.getStore(context, id)
          const person = await server.exportPerson(context, store, { identifiers: options.id }, { actor: shell.actor })
          return { person, csv: server.personCsv(person) }
        })
        shell.answer(person, () => (options.format === 'csv' ? csv.trimEnd() : exportedTable(person)))
      }),
    )
}

/** `events=730`, or `events=off`. Errors: a usage failure. */
function parseRule(text: string): { table: string; days: number | null } {
  const [, table = '', days = ''] = /^(\w+)=(\d+|off)$/.exec(text) ?? []
  if (table === '')
    throw usageFailure('usage', {
      zh: `--set 要写成 表=天数，例如 events=730，或 events=off；现在是“${text}”。`,
      en: `--set takes table=days, such as events=730, or events=off; got "${text}".`,
    })
  return { table, days: days === 'off' ? null : Number(days) }
}

const EFFECT = { remove: '删除行 rows removed', detach: '去掉身份，保留金额 person removed' }

const rulesTable = (rules: readonly RetentionRule[]): string =>
  renderTable(
    [
      { header: '表 table', align: 'left' },
      { header: '保留天数 days', align: 'right' },
      { header: '到期后 then', align: 'left' },
      { header: '用途 purpose', align: 'left' },
    ],
    rules.map((r) => [r.table, r.days === null ? '–' : String(r.days), EFFECT[r.effect], r.purposeZh]),
  )

const runTable = (done: RetentionRun): string =>
  renderTable(
    [
      { header: '表 table', align: 'left' },
      { header: '早于 before', align: 'left' },
      { header: '行数 rows', align: 'right' },
      { header: '到期后 then', align: 'left' },
    ],
    done.tables.map((t) => [t.table, t.before, String(t.rows), EFFECT[t.effect]]),
  )

function addRetention(people: Command, run: RunCommand): void {
  people
    .command('retention <store>')
    .description('个人数据的用途与保留期限 / what is kept of people, what for and how long')
    .option('--set <table=days>', '设置保留天数，可重复 / days to keep, may be repeated', collect, [])
    .option('--reason <text>', '原因 / reason', '')
    .option('--run', '算出到期的行，不改动 / count what has expired, changing nothing', false)
    .option('--apply', '与 --run 一起用：真正执行 / with --run: do it', false)
    .action((id: string, options: RetentionOptions, command: Command) =>
      run(command, async (shell) => {
        const rules = options.set.map(parseRule)
        const answer = await withContext(shell, async (context, server) => {
          const store = await server.getStore(context, id)
          for (const rule of rules)
            await server.setRetention(context, store.id, { ...rule, reason: options.reason }, { actor: shell.actor })
          const { apply } = options
          const done = options.run ? await server.runRetention(context, store, { apply, actor: shell.actor }) : null
          return { rules: await server.listRetention(context, store.id), done }
        })
        const { done } = answer
        shell.answer(done ?? { rules: answer.rules }, () => (done ? runTable(done) : rulesTable(answer.rules)))
        if (done && !done.applied)
          shell.note({ zh: '这是试算，没有改动；加 --apply 执行。', en: 'Counted only; add --apply to do it.' })
      }),
    )
}

export function addPeopleCommands(program: Command, run: RunCommand): void {
  const people = program.command('people').description('个人数据：删除、导出、保留期限 / personal data of buyers')
  addErase(people, run)
  addExport(people, run)
  addRetention(people, run)
}
