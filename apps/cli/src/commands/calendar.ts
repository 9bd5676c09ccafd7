import { writeFile } from 'node:fs/promises'
import type { CalendarQuery, CalendarYear } from '@zhanggui/contract'
import type { Command } from 'commander'
import type { Language } from '../output/language.ts'
import { renderTable, type TableColumn } from '../output/render-table.ts'
import { parseCountOption } from '../parse-option.ts'
import type { RunCommand } from '../run-command.ts'
import type { Shell } from '../shell.ts'
import { withContext } from '../with-context.ts'

type CalendarOptions = { store?: string; plan?: string; gap?: number; ics?: string }

type Answer = { calendar: CalendarYear; file: { name: string; text: string } | null }

const left = (header: string): TableColumn => ({ header, align: 'left' })

const PHASES: Record<Language, Record<'preheat' | 'burst' | 'closing', string>> = {
  zh: { preheat: '预热', burst: '爆发', closing: '收尾' },
  en: { preheat: 'pre-heat', burst: 'burst', closing: 'closing' },
}

/** Half-open days as people write them: `10-14 – 10-20`. */
function shortSpan(from: string, to: string): string {
  const last = new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return from === last ? from.slice(5) : `${from.slice(5)} – ${last.slice(5)}`
}

function occasionTable({ occasions }: CalendarYear, language: Language): string {
  const zh = language === 'zh'
  const origin = {
    platform: zh ? '平台' : 'platform',
    shop: zh ? '店铺' : 'shop',
    founding: zh ? '开店日' : 'founding day',
  }
  const rows = occasions.map((o) => [
    zh ? o.nameZh : o.nameEn,
    o.mainDay,
    shortSpan(o.from, o.to),
    o.phases.map((p) => `${PHASES[language][p.phase]} ${shortSpan(p.from, p.to)}`).join('；'),
    `${origin[o.origin]}${o.counted ? '' : zh ? '（不计入）' : ' (not counted)'}`,
  ])
  return renderTable(
    (zh ? ['节点', '主活动日', '日期', '阶段', '来源'] : ['Occasion', 'Main day', 'Days', 'Phases', 'From']).map(left),
    rows,
  )
}

/** Holidays as runs, and the weekends worked in lieu. */
function holidayTable({ days }: CalendarYear, language: Language): string {
  const zh = language === 'zh'
  const runs: { name: string; first: string; last: string; off: boolean; known: boolean }[] = []
  for (const { day, kind, nameZh, known } of days) {
    if (kind !== 'holiday' && kind !== 'makeUpWorkday') continue
    const [open, off] = [runs.at(-1), kind === 'holiday']
    const follows = open && Date.parse(day) - Date.parse(open.last) === 86_400_000
    if (open && follows && open.off === off && open.name === (nameZh ?? '')) open.last = day
    else runs.push({ name: nameZh ?? '', first: day, last: day, off, known })
  }
  const rows = runs.map((r) => [
    r.name,
    r.off ? (zh ? '休' : 'off') : zh ? '班' : 'worked',
    r.first === r.last ? r.first : `${r.first} – ${r.last.slice(5)}`,
    r.known ? '' : zh ? '未公布' : 'not announced',
  ])
  return renderTable((zh ? ['节假日', '', '日期', ''] : ['Holiday', '', 'Days', '']).map(left), rows)
}

function proposalTable({ proposals }: CalendarYear, language: Language): string {
  const zh = language === 'zh'
  const rows = proposals.map((p) => [
    zh ? p.nameZh : p.nameEn,
    shortSpan(p.from, p.to),
    p.reason === 'gap'
      ? `${zh ? '空档' : 'gap'} ${shortSpan(p.hole.from, p.hole.to)}`
      : `${zh ? '低谷' : 'dip'} ${shortSpan(p.hole.from, p.hole.to)}`,
  ])
  return renderTable((zh ? ['建议', '日期', '因为'] : ['Proposal', 'Days', 'Because']).map(left), rows)
}

function render(calendar: CalendarYear, language: Language): string {
  const warnings = calendar.warnings.map((w) => `! ${language === 'zh' ? w.message : w.messageEn}`)
  return [
    occasionTable(calendar, language),
    holidayTable(calendar, language),
    ...(calendar.proposals.length > 0 ? [proposalTable(calendar, language)] : []),
    ...(warnings.length > 0 ? [warnings.join('\n')] : []),
  ].join('\n\n')
}

async function ofShop(shell: Shell, store: string, query: CalendarQuery, withFile: boolean): Promise<Answer> {
  return withContext(shell, async (context, server) => {
    const found = await server.getStore(context, store)
    const calendar = await server.readCalendar(context, found, query)
    return { calendar, file: withFile ? await server.exportCalendar(context, found, query) : null }
  })
}

/** Without a shop no data folder is opened: this works beside a running server. */
async function ofPlatform(query: CalendarQuery, withFile: boolean): Promise<Answer> {
  const server = await import('@zhanggui/server')
  const now = new Date()
  return { calendar: server.platformYear(query, now), file: withFile ? server.platformCalendar(query, now) : null }
}

export function addCalendarCommand(program: Command, run: RunCommand): void {
  program
    .command('calendar')
    .argument('<year>', '年份 / year', parseCountOption)
    .description('全年日历：节点、节假日、空档与建议 / the year: occasions, holidays, gaps and proposals')
    .option('--store <store>', '店铺；不写则只看平台 / shop; without it the platform’s year')
    .option('--plan <plan>', '叠加该规划的活动与任务 / lay the events and tasks of this plan on it')
    .option('--gap <days>', '多少天没有活动算空档 / free days that make a gap', parseCountOption)
    .option('--ics <file>', '另存为 iCalendar 文件 / write it as an iCalendar file')
    .action((year: number, options: CalendarOptions, command: Command) =>
      run(command, async (shell) => {
        const { store, plan, gap, ics } = options
        const query: CalendarQuery = { year, ...(plan && { plan }), ...(gap && { gapDays: gap }) }
        const withFile = ics !== undefined
        const { calendar, file } = store
          ? await ofShop(shell, store, query, withFile)
          : await ofPlatform(query, withFile)
        if (file && ics) await writeFile(ics, file.text)
        shell.answer(calendar, () => render(calendar, shell.language))
        if (ics) shell.note({ zh: `已写入 ${ics}`, en: `Written to ${ics}` })
      }),
    )
}
