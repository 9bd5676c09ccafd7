import { accountsOf } from '@zhanggui/gameplay'
import { gatherSightings, type PersonQuestion, type SightingReader } from './gather-sightings.ts'

/** The accounts that are one person with this one, itself first (P6.09). */
export async function accountsOfPerson(db: SightingReader, asked: PersonQuestion): Promise<string[]> {
  return accountsOf(asked.buyer, await gatherSightings(db, asked))
}
