import type { SourceRef } from '../plan.ts'
import { findTools } from '../tools/find-tools.ts'
import { mapTool, type ToolMapping } from '../tools/map-tool.ts'
import type { Tool } from '../tools/tool.ts'
import type { TableNote } from './table-note.ts'

/** Against what the names of tools are read. */
export type ToolWorld = { tools: readonly Tool[]; platform: string; day: string }

/** The tools that a text names: under today's names, with what had to be mapped. */
export type NamedTools = { names: string[]; mappings: ToolMapping[] }

export function namedTools(text: string, world: ToolWorld): NamedTools {
  const tools = [...new Set(findTools(text, world.tools).map(({ tool }) => tool))]
  const mappings = tools.flatMap((tool) => mapTool(tool, world) ?? [])
  const today = tools.flatMap((tool) => {
    const mapping = mappings.find(({ from }) => from === tool.name)
    return mapping ? (mapping.to ?? []) : tool.name
  })
  return { names: [...new Set(today)], mappings }
}

const WHY = {
  retired: { zh: '已停用', en: 'is no longer there' },
  elsewhere: { zh: '属于其他平台', en: 'belongs to another marketplace' },
} as const

/** One note for each old or foreign name in a cell. */
export const toolNotes = (mappings: readonly ToolMapping[], text: string, source: SourceRef | null): TableNote[] =>
  mappings.map(({ from, to, reason }) => ({
    code: reason === 'retired' ? 'tool_retired' : 'tool_elsewhere',
    source,
    text,
    messageZh: `“${from}”${WHY[reason].zh}，${to ? `今天对应“${to}”` : '没有对应的工具，请与作者核对'}`,
    messageEn: `"${from}" ${WHY[reason].en}; ${to ? `today it is "${to}"` : 'nothing took its place, ask its author'}`,
  }))
