import { findTools } from '../tools/find-tools.ts'
import { mapTool, type ToolMapping } from '../tools/map-tool.ts'
import type { PlanText } from './plan-texts.ts'
import type { PlanView } from './plan-view.ts'

/** A tool that cannot be used as the plan names it: what it maps to, where it is first named, and how often. */
export type MisnamedTool = {
  mapping: ToolMapping
  endedDay: string | null
  platform: string | null
  text: PlanText
  times: number
}

/** Tools that are gone or run elsewhere, each told once at its first mention, in the order of the plan. */
export function misnamedTools({ texts, facts }: PlanView): MisnamedTool[] {
  const tools = facts.tools ?? []
  const { platform, today: day } = facts
  const found = new Map<string, MisnamedTool>()
  for (const text of texts)
    for (const { tool } of findTools(text.text, tools)) {
      const before = found.get(tool.id)
      const mapping = before?.mapping ?? mapTool(tool, { tools, platform, day })
      if (before) before.times++
      else if (mapping)
        found.set(tool.id, { mapping, endedDay: tool.endedDay, platform: tool.platform, text, times: 1 })
    }
  return [...found.values()]
}
