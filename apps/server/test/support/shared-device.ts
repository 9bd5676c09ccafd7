import { personMarks } from '../../src/modules/promotions/people/schema.ts'
import { fillRecords } from './fill-records.ts'

/** A device that accounts (their hashes) were seen with. */
export type SharedDevice = { store: string; mark: string; accounts: readonly string[]; seenAt: Date }

/** Puts it into the records of a home that nobody has opened. */
export const fillSharedDevice = (home: string, { accounts, ...seen }: SharedDevice): Promise<void> =>
  fillRecords(home, (records) =>
    records.db.insert(personMarks).values(accounts.map((buyer) => ({ ...seen, kind: 'device' as const, buyer }))),
  )
