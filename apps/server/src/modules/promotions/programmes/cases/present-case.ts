import type { ProgrammeCase, ProgrammeFact } from '@zhanggui/contract'
import type { Fact } from '@zhanggui/gameplay'
import type { BusinessDay } from '@zhanggui/kernel'
import type { Context } from '../../../../context.ts'
import { readTitles, type TitleOf } from '../goods-titles.ts'
import { engineOf } from '../records/programme-rows.ts'
import type { CaseRow, ProgrammeRow } from '../schema.ts'

type Day = { day: BusinessDay; now: Date }

/** Titles in place of the ids that stand in a fact's words. */
const titled = (words: string, goods: readonly string[], titleOf: TitleOf): string =>
  goods.reduce((text, skuId) => text.replaceAll(skuId, titleOf(skuId)), words)

export function presentFact(
  { zh, en, unit, value, note, goods = [], isDetail = false }: Fact,
  titleOf: TitleOf,
): ProgrammeFact {
  const names = { nameZh: titled(zh, goods, titleOf), nameEn: titled(en, goods, titleOf) }
  const named = { ...names, unit, isDetail, ...(note && { noteZh: note.zh, noteEn: note.en }) }
  if (typeof value === 'string') return { ...named, value: titled(value, goods, titleOf) }
  return {
    ...named,
    value: typeof value === 'object' && value !== null ? { nameZh: value.zh, nameEn: value.en } : value,
  }
}

const factsOf = (programme: ProgrammeRow, { id, state }: CaseRow, { day, now }: Day): Fact[] => {
  const { terms, desk } = programme
  return engineOf(programme).caseFacts({
    terms,
    desk,
    state,
    caseId: id,
    moment: { atMs: now.getTime(), day, seed: '' },
  })
}

/** A case as people read it on a day. The seed is not needed to read one, and stays where it is. */
const presentCase = (row: CaseRow, facts: readonly Fact[], titleOf: TitleOf): ProgrammeCase => ({
  id: row.id,
  status: row.status,
  facts: facts.map((fact) => presentFact(fact, titleOf)),
  dueDay: row.dueDay,
  openedAt: row.openedAt.toISOString(),
  movedAt: row.movedAt.toISOString(),
})

/** Cases as people read them on a day, with the goods' titles. */
export async function presentCases(
  context: Context,
  programme: ProgrammeRow,
  given: { rows: readonly CaseRow[] } & Day,
): Promise<ProgrammeCase[]> {
  const read = given.rows.map((row) => ({ row, facts: factsOf(programme, row, given) }))
  const skuIds = read.flatMap(({ facts }) => facts.flatMap(({ goods = [] }) => goods))
  const titleOf = await readTitles(context, programme.store, skuIds)
  return read.map(({ row, facts }) => presentCase(row, facts, titleOf))
}
