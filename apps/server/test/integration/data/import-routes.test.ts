import type { FilePreview, ImportJob, UploadResult } from '@zhanggui/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../support/test-app.ts'
import type { Person } from '../../support/test-people.ts'

let app: FastifyInstance
let owner: Person

beforeAll(async () => {
  ;({ app, owner } = await openTestApp({ stores: ['main', 'other'] }))
})
afterAll(() => app?.close())

const CSV =
  '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间\nA1,小明,59.00,59.00,交易成功,2026-05-01 10:00:00,2026-05-01 10:01:00\nA2,小红,x,1,交易成功,2026-05-01 10:00:00,\n'

function upload(store: string, name: string, body: string) {
  const boundary = '----zhanggui'
  const payload = Buffer.from(
    `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${body}\r\n--${boundary}--\r\n`,
  )
  return owner({
    method: 'POST',
    url: `/v1/stores/${store}/uploads`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  })
}

async function settled(store: string, id: number): Promise<ImportJob> {
  for (;;) {
    const job = (await owner({ method: 'GET', url: `/v1/stores/${store}/imports/${id}` })).json() as ImportJob
    if (!['queued', 'reading', 'checking', 'publishing'].includes(job.state)) return job
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('a file goes from upload over preview to facts, refused rows can be fetched', async () => {
  const uploaded = await upload('main', 'orders.csv', CSV)
  expect(uploaded.statusCode, uploaded.body).toBe(200)
  const { uploadId, files } = uploaded.json() as UploadResult
  const [file] = files
  expect(file).toMatchObject({ name: 'orders.csv', format: 'qianniu_orders', headerRow: 1, container: 'csv' })
  expect((await owner({ method: 'GET', url: `/v1/stores/main/uploads/${uploadId}` })).json()).toEqual(uploaded.json())

  const again = await owner({
    method: 'POST',
    url: `/v1/stores/main/uploads/${uploadId}/preview`,
    payload: { name: 'orders.csv', format: 'orders', headerRow: 1 },
  })
  expect((again.json() as FilePreview).mapping).toMatchObject({ format: 'orders', options: { headerRow: '1' } })

  const payload = { uploadId, files: [{ name: 'orders.csv', mapping: file?.mapping }], source: '千牛' }
  const started = await owner({ method: 'POST', url: '/v1/stores/main/imports', payload })
  expect(started.statusCode, started.body).toBe(202)
  const job = await settled('main', (started.json() as ImportJob).id)
  expect(job).toMatchObject({
    state: 'done',
    rows: 2,
    accepted: 1,
    rejected: 1,
    source: '千牛',
    quarantine: `/v1/stores/main/imports/${job.id}/quarantine`,
  })

  const rejects = await owner({ method: 'GET', url: `/v1/stores/main/imports/${job.id}/rejects` })
  expect(rejects.json()).toMatchObject([
    { file: 'orders.csv', line: 3, column: '总金额', value: 'x', code: 'not_an_amount' },
  ])
  const quarantine = await owner({ method: 'GET', url: job.quarantine ?? '' })
  expect(quarantine.headers['content-disposition']).toContain('quarantine')
  expect(quarantine.body).toContain('not_an_amount')
  const progress = await owner({ method: 'GET', url: `/v1/stores/main/imports/${job.id}/progress` })
  expect(progress.body).toMatch(/^data: \{.*"state":"done"/)
  const list = await owner({ method: 'GET', url: '/v1/stores/main/imports' })
  expect(list.json()).toHaveLength(1)
  const mappings = await owner({ method: 'GET', url: '/v1/stores/main/mappings' })
  expect(mappings.json()).toHaveLength(1)
  const quality = await owner({ method: 'GET', url: '/v1/stores/main/quality' })
  expect(quality.json().tables.find((t: { table: string }) => t.table === 'order_lines').rows).toBe(1)
  const audit = await owner({ method: 'GET', url: '/v1/stores/main/audit' })
  expect(audit.body).toContain(`imports/${job.id}`)
})

test('uploads and imports of one shop are not seen from another', async () => {
  const { uploadId } = (await upload('main', 'orders.csv', CSV)).json() as UploadResult
  expect((await owner({ method: 'GET', url: `/v1/stores/other/uploads/${uploadId}` })).statusCode).toBe(404)
  expect((await owner({ method: 'GET', url: '/v1/stores/other/imports/1' })).statusCode).toBe(404)
  expect((await owner({ method: 'GET', url: '/v1/stores/other/imports/1/quarantine' })).statusCode).toBe(404)
  expect((await owner({ method: 'POST', url: '/v1/stores/other/imports/1/cancel', payload: {} })).statusCode).toBe(404)
})

test('what cannot be read, cancelled or resumed is answered with what to do', async () => {
  expect((await upload('main', 'x.csv', 'foo\n')).statusCode).toBe(200)
  expect((await upload('main', 'empty.csv', '')).json().error).toMatchObject({ code: 'empty_file' })
  expect(
    (await owner({ method: 'POST', url: '/v1/stores/main/imports/1/resume', payload: {} })).json().error.code,
  ).toBe('wrong_state')
  expect(
    (await owner({ method: 'POST', url: '/v1/stores/main/imports/1/cancel', payload: {} })).json().error.code,
  ).toBe('wrong_state')
  expect((await owner({ method: 'GET', url: '/v1/stores/main/uploads/..%2f..%2fsecret.key' })).statusCode).toBe(404)
})

test('formats are listed with what they fill', async () => {
  const formats = (await owner({ method: 'GET', url: '/v1/formats' })).json() as { id: string; target: string }[]
  expect(formats.find((f) => f.id === 'qianniu_orders')?.target).toBe('order_lines')
  expect(formats.length).toBeGreaterThan(25)
})
