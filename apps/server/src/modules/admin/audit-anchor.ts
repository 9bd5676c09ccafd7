import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** How far the chain had grown, kept outside the table so that a cut-off tail or a rewritten chain shows. */
export const Anchor = z.object({ count: z.number().int().min(0), hash: z.string() })
export type Anchor = z.infer<typeof Anchor>

const anchorFile = (home: string): string => join(home, 'audit-anchor.json')

/** `null` before the first entry; `unreadable` when the file is there but is no anchor: somebody has been at it. */
export async function readAnchor(home: string): Promise<Anchor | null | 'unreadable'> {
  let text: string
  try {
    text = await readFile(anchorFile(home), 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw cause
  }
  const anchor = Anchor.safeParse(parseJson(text))
  return anchor.success ? anchor.data : 'unreadable'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const waiting = new Map<string, Promise<void>>()

/** Moves the anchor forward, never back; written beside and renamed, so that a crash leaves the old or the new one. */
export function advanceAnchor(home: string, anchor: Anchor): Promise<void> {
  const turn = (waiting.get(home) ?? Promise.resolve()).catch(() => undefined).then(() => writeIfAhead(home, anchor))
  waiting.set(home, turn)
  return turn
}

async function writeIfAhead(home: string, anchor: Anchor): Promise<void> {
  const current = await readAnchor(home)
  // A spoilt anchor stays as it is: it is the evidence that `verifyAudit` reports.
  if (current === 'unreadable' || (current && current.count >= anchor.count)) return
  await mkdir(home, { recursive: true })
  const beside = `${anchorFile(home)}.new`
  const file = await open(beside, 'w', 0o600)
  try {
    await file.writeFile(JSON.stringify(anchor))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, anchorFile(home))
}
