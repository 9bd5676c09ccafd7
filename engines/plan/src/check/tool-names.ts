import { foldWidth, toSimplified } from '@zhanggui/text'
import { findTools } from '../tools/find-tools.ts'
import { mapTool, type ToolMapping } from '../tools/map-tool.ts'
import type { PlanFacts } from './plan-facts.ts'
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

const plain = (text: string): string => toSimplified(foldWidth(text)).toLowerCase()

/** Tools that are gone or run elsewhere, with their names as a text would have them. */
function outOfUse({ tools, platform, today: day }: PlanFacts) {
  const known = tools ?? []
  return known.flatMap((tool) => {
    const mapping = mapTool(tool, { tools: known, platform, day })
    return mapping ? [{ tool, mapping, names: [tool.name, ...tool.aliases].map(plain) }] : []
  })
}

function findMisnamed({ texts, facts }: PlanView): MisnamedTool[] {
  const out = outOfUse(facts)
  const mappings = new Map(out.map(({ tool, mapping }) => [tool.id, mapping]))
  const names = out.flatMap((tool) => tool.names)
  const found = new Map<string, MisnamedTool>()
  for (const text of texts) {
    const said = plain(text.text)
    // Which name counts where several overlap is costly to tell, and most texts name none of these.
    if (!names.some((name) => said.includes(name))) continue
    for (const { tool } of findTools(text.text, facts.tools ?? [])) {
      const before = found.get(tool.id)
      const mapping = mappings.get(tool.id)
      const { endedDay, platform } = tool
      if (before) before.times++
      else if (mapping) found.set(tool.id, { mapping, endedDay, platform, text, times: 1 })
    }
  }
  return [...found.values()]
}

const known = new WeakMap<PlanView, MisnamedTool[]>()

/** Tools that are gone or run elsewhere, each told once at its first mention, in the order of the plan. */
export function misnamedTools(view: PlanView): MisnamedTool[] {
  const before = known.get(view)
  if (before) return before
  const found = findMisnamed(view)
  known.set(view, found)
  return found
}
