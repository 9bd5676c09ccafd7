import { createHash } from 'node:crypto'
import { FIELD_KINDS } from '@zhanggui/imports'
import type { Context } from '../../../context.ts'
import { forgottenKey, readForgotten } from '../../admin/people/forgotten-list.ts'
import type { AnswerDraft } from './read-answer-row.ts'

/** An answer as it is kept: nobody can be told from it. */
export type HiddenAnswer = AnswerDraft & { respondent: string }

const OPTIONS = { dateOrder: 'ymd', year: null } as const
const PERSON = FIELD_KINDS.person.value('cell', OPTIONS)
const MASKED = FIELD_KINDS.maskedText.value('cell', OPTIONS)

/** Identifiers are hashed and words masked by the engine that does so for imports, and are in no log of statements. */
const HIDE_SQL = `
SELECT
  arrayMap(cell -> toString(ifNull(${PERSON}, 0)), {people:Array(String)}) AS hashes,
  arrayMap(cell -> toString(sipHash64Keyed(({e0:UInt64}, {e1:UInt64}), ifNull(${PERSON}, 0))), {people:Array(String)}) AS names,
  arrayMap(cell -> ifNull(${MASKED}, ''), {texts:Array(String)}) AS texts`

type Hidden = { hashes: string[]; names: string[]; texts: string[] }

/** Answers at a time: parameters travel inside the statement. */
const AT_ONCE = 500

const textsOf = (draft: AnswerDraft): [number, string][] =>
  Object.entries(draft.replies).flatMap(([question, reply]) =>
    typeof reply === 'string' ? [[Number(question), reply] as [number, string]] : [],
  )

async function hideSome(
  context: Context,
  store: string,
  drafts: readonly AnswerDraft[],
): Promise<{ hash: string; name: string; draft: AnswerDraft }[]> {
  const texts = drafts.map(textsOf)
  const params = {
    people: drafts.map(({ person }) => person),
    texts: texts.flatMap((own) => own.map(([, text]) => text)),
    ...context.secrets.storeHashKey(store),
    ...forgottenKey(context, store),
  }
  const [hidden] = await context.facts.query<Hidden>(HIDE_SQL, params, { log_queries: 0 })
  const masked = [...(hidden?.texts ?? [])]
  return drafts.map((draft, i) => {
    const own = (texts[i] ?? []).map(([question]) => [question, masked.shift() ?? ''])
    const replies = { ...draft.replies, ...Object.fromEntries(own) }
    return { hash: hidden?.hashes[i] ?? '0', name: hidden?.names[i] ?? '', draft: { ...draft, person: '', replies } }
  })
}

/** A survey without names: the same row twice in a file is two people, the same file twice is not. */
function rowMark(draft: AnswerDraft, seen: Map<string, number>): string {
  const mark = createHash('sha256')
    .update(JSON.stringify([draft.day, draft.replies]))
    .digest('hex')
  const nth = (seen.get(mark) ?? 0) + 1
  seen.set(mark, nth)
  return `r:${mark}:${nth}`
}

/**
 * Personal data goes at the door: who answered becomes the shop's keyed hash, the same as in orders, and phones, addresses and ids in own
 * words are masked. Somebody on the list of the forgotten is not taken in: what they had answered before counts on without them.
 */
export async function hidePeople(
  context: Context,
  store: string,
  drafts: readonly AnswerDraft[],
): Promise<HiddenAnswer[]> {
  const { params } = await readForgotten(context, store)
  const forgotten = new Set('forgotten' in params ? (params.forgotten as readonly string[]) : [])
  const seen = new Map<string, number>()
  const kept: HiddenAnswer[] = []
  for (let i = 0; i < drafts.length; i += AT_ONCE)
    for (const { hash, name, draft } of await hideSome(context, store, drafts.slice(i, i + AT_ONCE)))
      if (hash === '0') kept.push({ ...draft, respondent: rowMark(draft, seen) })
      else if (!forgotten.has(name)) kept.push({ ...draft, respondent: `p:${hash}` })
  return kept
}

/** Options and scores stay, so that shares are what they were; own words may name their author. */
export const withoutWords = (replies: AnswerDraft['replies']): AnswerDraft['replies'] =>
  Object.fromEntries(
    Object.entries(replies).map(([question, reply]) => [question, typeof reply === 'string' ? '' : reply]),
  )
