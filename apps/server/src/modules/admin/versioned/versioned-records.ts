import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction, type RecordChange } from '../audit.ts'
import { namingActors } from '../naming-actors.ts'
import type { ResourceCaller } from '../resources/resource-access.ts'
import { staleVersion } from './stale-version.ts'
import type { Newest, RecordKey, Shipped, VersionedKind } from './versioned-kind.ts'

type Stamp = { store: string; actor: string; at: Date }
type Work = { tx: RecordTx; record: RecordChange; stamp: Stamp }
type First<Body, Own> = Shipped<Body> & { own: Own; reason?: string; fromLibrary?: boolean }
type Next<Body, Own> = Shipped<Body> & { own: Own; reason: string; version: number }

/** Writes the records of one kind: each write with its version and its entry in the trail, all or nothing. */
export class VersionedRecords<Body, Own extends object, Row extends Newest<Body>> {
  readonly #kind: VersionedKind<Body, Own, Row>

  constructor(kind: VersionedKind<Body, Own, Row>) {
    this.#kind = kind
  }

  /** The record, locked until the transaction ends. Errors: throws `not_found`. */
  async lock(tx: RecordTx, key: RecordKey): Promise<Row> {
    const [row] = await this.#kind.lock(tx, key)
    if (!row) throw new ApiFailure('not_found', { what: this.#subject(key.id) })
    return row
  }

  /** Errors: throws `duplicate_key` for an id that is taken. */
  create(context: Context, caller: ResourceCaller, first: First<Body, Own>): Promise<void> {
    return this.#write(context, caller, async (work) => {
      if (!(await this.#insert(work, first))) throw new ApiFailure('duplicate_key', { key: first.id })
    })
  }

  /** Takes in what is shipped and not there yet, as it is; all without `ids`. Shape: the new ids. Errors: throws `not_found`. */
  addShipped(context: Context, caller: ResourceCaller, ids?: readonly string[]): Promise<string[]> {
    const { plural, own, entries } = this.#kind.library
    const shipped = entries()
    const unknown = ids?.find((id) => !shipped.some((entry) => entry.id === id))
    if (unknown !== undefined) throw new ApiFailure('not_found', { what: `${plural}/${unknown}` })
    return this.#write(context, caller, async (work) => {
      const added: string[] = []
      for (const entry of shipped.filter(({ id }) => !ids || ids.includes(id)))
        if (await this.#insert(work, { ...entry, own, fromLibrary: true })) added.push(entry.id)
      return added
    })
  }

  /**
   * Writes the version after `version`; version 0 makes a record that is not there.
   * Errors: throws `not_found`, `stale_version` with who changed it.
   */
  put(context: Context, caller: ResourceCaller, next: Next<Body, Own>): Promise<void> {
    return namingActors(context, () =>
      this.#write(context, caller, async (work) => {
        if (next.version === 0 && (await this.#insert(work, next))) return
        await this.#update(work, next)
      }),
    )
  }

  /** Removes the record with its versions; the trail keeps what it said. Errors: throws `not_found`. */
  remove(context: Context, caller: ResourceCaller, id: string): Promise<void> {
    return this.#write(context, caller, async ({ tx, record, stamp: { store, actor } }) => {
      const row = await this.lock(tx, { store, id })
      await this.#kind.delete(tx, { store, id })
      await record({ store, actor, action: 'delete', subject: this.#subject(id), before: row.body })
    })
  }

  #subject(id: string): string {
    return `${this.#kind.plural}/${id}`
  }

  #write<T>(context: Context, { store, actor }: ResourceCaller, work: (work: Work) => Promise<T>): Promise<T> {
    const stamp = { store, actor, at: context.clock.now() }
    return auditedTransaction(context, (tx, record) => work({ tx, record, stamp }))
  }

  /** Shape: false when the id is taken. */
  async #insert({ tx, record, stamp }: Work, first: First<Body, Own>): Promise<boolean> {
    const { store, actor, at } = stamp
    const { id, body, own, reason = '', fromLibrary = false } = first
    const row = { ...own, store, id, body, version: 1, fromLibrary, updatedBy: actor, updatedAt: at }
    if ((await this.#kind.insert(tx, row)).length === 0) return false
    await tx.insert(this.#kind.versions).values({ store, id, number: 1, body, madeBy: actor, madeAt: at, reason })
    await record({ store, actor, action: 'create', subject: this.#subject(id), after: body, reason })
    return true
  }

  async #update({ tx, record, stamp }: Work, { id, version, body, own, reason }: Next<Body, Own>): Promise<void> {
    const { store, actor, at } = stamp
    const row = await this.lock(tx, { store, id })
    if (row.version !== version) throw staleVersion(row)
    const number = version + 1
    await tx.insert(this.#kind.versions).values({ store, id, number, body, madeBy: actor, madeAt: at, reason })
    await this.#kind.update(tx, { store, id }, { ...own, body, version: number, updatedBy: actor, updatedAt: at })
    await record({ store, actor, action: 'update', subject: this.#subject(id), before: row.body, after: body, reason })
  }
}
