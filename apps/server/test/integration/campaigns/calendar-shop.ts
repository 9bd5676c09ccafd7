import type { CalendarImport, CalendarYear } from '@zhanggui/contract'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../support/build-app.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { type Person, setUpOwner } from '../../support/test-people.ts'

type Stored = { id: string; version: number }

/** An owner with the shops alpha and beta, both founded on 10 April 2019, and what tests of the calendar do with them. */
export type CalendarShop = {
  context: TestContext
  app: FastifyInstance
  owner: Person
  readYear(query: string, call?: Person): Promise<CalendarYear>
  addRecord(resource: string, data: Record<string, unknown>): Promise<Stored>
  removeRecord(resource: string, row: Stored): Promise<void>
  /** Sends a calendar file and gives the answer as it comes. */
  upload(text: string | Buffer, call?: Person, store?: string): ReturnType<Person>
  /** Sends a calendar file that must be taken. */
  importFile(text: string | Buffer, store?: string): Promise<CalendarImport>
  close(): Promise<void>
}

export const at = (path: string, store = 'alpha'): string => `/v1/stores/${store}/${path}`

async function answered<T>(call: ReturnType<Person>, status: number): Promise<T> {
  const answer = await call
  if (answer.statusCode !== status) throw new Error(`${answer.statusCode} instead of ${status}: ${answer.body}`)
  return answer.body === '' ? (undefined as T) : answer.json()
}

export async function openCalendarShop(): Promise<CalendarShop> {
  const context = await createTestContext()
  const app = buildApp(context)
  await app.ready()
  const owner = await setUpOwner(app)
  for (const id of ['alpha', 'beta'])
    await owner({ method: 'POST', url: '/v1/stores', payload: { id, name: id, foundedDay: '2019-04-10' } })
  const upload: CalendarShop['upload'] = (text, call = owner, store = 'alpha') => {
    const edge = 'edge-of-the-part'
    const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="a.ics"\r\nContent-Type: text/calendar\r\n\r\n`
    const payload = Buffer.concat([Buffer.from(head), Buffer.from(text), Buffer.from(`\r\n--${edge}--\r\n`)])
    const headers = { 'content-type': `multipart/form-data; boundary=${edge}` }
    return call({ method: 'POST', url: at('calendar/ics', store), headers, payload })
  }
  return {
    context,
    app,
    owner,
    upload,
    readYear: (query, call = owner) => answered(call({ url: at(`calendar?${query}`) }), 200),
    addRecord: (resource, data) =>
      answered(owner({ method: 'POST', url: at(`resources/${resource}`), payload: { data } }), 201),
    removeRecord: (resource, { id, version }) =>
      answered(owner({ method: 'DELETE', url: at(`resources/${resource}/${id}?version=${version}`) }), 204),
    importFile: (text, store) => answered(upload(text, owner, store), 200),
    async close() {
      await app.close()
      await context.close()
    },
  }
}

/** A calendar file of somebody else, event by event. */
export const foreign = (...events: string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((e) => ['BEGIN:VEVENT', ...e, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n')
