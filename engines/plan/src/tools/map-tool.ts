import type { Tool } from './tool.ts'

/** How a name in an old plan maps to a tool of today; `to` is null when nothing took its place. */
export type ToolMapping = {
  from: string
  to: string | null
  reason: 'retired' | 'elsewhere'
  noteZh: string
  noteEn: string
}

const isGone = (tool: Tool, day: string): boolean => tool.endedDay !== null && tool.endedDay <= day

const isElsewhere = (tool: Tool, platform: string): boolean => tool.platform !== null && tool.platform !== platform

/** The tool at the end of the chain of successors; null when the chain ends with one that is gone too. */
function successorOf(tool: Tool, tools: readonly Tool[], day: string): Tool | null {
  const seen = new Set<string>()
  let at: Tool | undefined = tool
  while (at?.successor && !seen.has(at.id)) {
    seen.add(at.id)
    const name: string = at.successor
    at = tools.find((other) => other.name === name)
    if (at && !isGone(at, day)) return at
  }
  return null
}

/**
 * What a tool is called on `day` on the plan's platform: null when it is there itself.
 * @example mapTool(zuanzhan, { tools: DEFAULT_TOOLS, platform: 'tmall', day: '2027-01-01' })?.to // '万相台'
 */
export function mapTool(
  tool: Tool,
  { tools, platform, day }: { tools: readonly Tool[]; platform: string; day: string },
): ToolMapping | null {
  const { name: from, noteZh, noteEn } = tool
  if (isElsewhere(tool, platform)) return { from, to: tool.successor, reason: 'elsewhere', noteZh, noteEn }
  if (!isGone(tool, day)) return null
  return { from, to: successorOf(tool, tools, day)?.name ?? null, reason: 'retired', noteZh, noteEn }
}
