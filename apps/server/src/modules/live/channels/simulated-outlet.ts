import type { ChannelSettings } from '@zhanggui/contract'
import { and, eq, lt } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { Outlet } from './outlet.ts'
import type { Answer } from './post-json.ts'
import { simulatedMessages } from './schema.ts'

/** A robot's address while nobody has entered one: a name that never stands for a machine (RFC 2606). */
export const SIMULATED_ROBOT = 'https://robot.invalid/send'

/** What DingTalk and WeCom take: bytes of a Markdown text (their robots' documentation). */
const MARKDOWN_BYTES = { dingtalk: 20_000, wecom: 4096 } as const

/** A rehearsal is read in the same weeks; the addresses in it are not kept for longer. */
const KEPT_MS = 30 * 86_400_000

const taken: Answer = { status: 200, text: '{"errcode":0,"errmsg":"ok"}' }
const refused = (errcode: number): Answer => ({ status: 200, text: JSON.stringify({ errcode, errmsg: 'refused' }) })

/** What a robot would answer to a body: it takes Markdown of its own shape and length, and nothing else. */
function robotAnswer(kind: keyof typeof MARKDOWN_BYTES, body: string): Answer {
  const { msgtype, markdown } = JSON.parse(body) as { msgtype?: string; markdown?: { text?: string; content?: string } }
  const text = kind === 'dingtalk' ? markdown?.text : markdown?.content
  if (msgtype !== 'markdown' || !text) return refused(40_008)
  return Buffer.byteLength(text) > MARKDOWN_BYTES[kind] ? refused(40_058) : taken
}

type Place = { store: string; channel: string; delivery: string; at: Date }

/** A platform that takes messages and keeps them in the records, where a person can read what would have gone out; no socket is opened. */
export function simulatedOutlet(context: Context, kind: ChannelSettings['kind'], place: Place): Outlet {
  const keep = async (recipient: string, body: string): Promise<void> => {
    const { db } = context.records
    const isOld = lt(simulatedMessages.at, new Date(place.at.getTime() - KEPT_MS))
    await db.delete(simulatedMessages).where(and(eq(simulatedMessages.store, place.store), isOld))
    // The same message sent again after a crash is one message there.
    await db
      .insert(simulatedMessages)
      .values({ ...place, recipient, body })
      .onConflictDoNothing()
  }
  return {
    async post(url, { body }) {
      const answer = kind === 'dingtalk' || kind === 'wecom' ? robotAnswer(kind, body) : taken
      // The query of a robot's address holds its token.
      if (answer === taken) await keep(new URL(url).host, body)
      return answer
    },
    mail: ({ to, subject, text }) => keep(to.join(', '), `${subject}\n\n${text}`),
  }
}
