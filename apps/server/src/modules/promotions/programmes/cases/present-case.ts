import type { ProgrammeCase, ProgrammeFact } from '@zhanggui/contract'
import type { Fact } from '@zhanggui/gameplay'
import type { BusinessDay } from '@zhanggui/kernel'
import { engineOf } from '../records/programme-rows.ts'
import type { CaseRow, ProgrammeRow } from '../schema.ts'

export const presentFact = ({ zh, en, unit, value }: Fact): ProgrammeFact => ({
  nameZh: zh,
  nameEn: en,
  unit,
  value: typeof value === 'object' && value !== null ? { nameZh: value.zh, nameEn: value.en } : value,
})

/** A case as people read it on a day. The seed is not needed to read one, and stays where it is. */
export function presentCase(
  programme: ProgrammeRow,
  row: CaseRow,
  { day, now }: { day: BusinessDay; now: Date },
): ProgrammeCase {
  const { terms, desk } = programme
  const { id, status, state, dueDay, openedAt, movedAt } = row
  const table = { terms, desk, state, caseId: id, moment: { atMs: now.getTime(), day, seed: '' } }
  return {
    id,
    status,
    facts: engineOf(programme).caseFacts(table).map(presentFact),
    dueDay,
    openedAt: openedAt.toISOString(),
    movedAt: movedAt.toISOString(),
  }
}
