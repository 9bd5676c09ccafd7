import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import { DEFAULT_TOOLS, overlayTools, TOOL_KINDS, type Tool, type ToolKind } from '@zhanggui/plan'
import type { Context } from '../../context.ts'
import type { ResourceData } from '../admin/resources/define-resource.ts'
import { readAllRows } from '../admin/resources/read-all-rows.ts'
import { TOOLS } from './tools.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const dayOrNull = (value: unknown): BusinessDay | null => (typeof value === 'string' ? parseDay(value) : null)
const kindOf = (value: unknown): ToolKind => TOOL_KINDS.find((kind) => kind === value) ?? 'other'

function toTool(id: string, data: ResourceData): Tool {
  const note = text(data.note)
  return {
    id,
    name: text(data.name),
    kind: kindOf(data.kind),
    platform: text(data.platform) || null,
    paid: data.paid === true,
    aliases: text(data.aliases)
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    startedDay: dayOrNull(data.startedDay),
    endedDay: dayOrNull(data.endedDay),
    successor: text(data.successor) || null,
    noteZh: note,
    noteEn: note,
  }
}

/** The tool catalogue of a shop: its own rows, then the ones that come with the system. */
export async function readTools(context: Context, store: string): Promise<Tool[]> {
  const rows = await readAllRows(context, TOOLS, store)
  return overlayTools(
    rows.map(({ id, data }) => toTool(id, data)),
    DEFAULT_TOOLS,
  )
}
