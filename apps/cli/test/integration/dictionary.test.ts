import type { FormatInfo, MetricInfo } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { runCli } from '../support/run-cli.ts'

const json = async <T>(...args: string[]): Promise<T> => JSON.parse((await runCli([...args, '--json'])).stdout) as T

test('the metric list holds every metric with its formula, and opens no data folder', async () => {
  const { metrics, dimensions } = await json<{ metrics: MetricInfo[]; dimensions: string[] }>('metrics', 'list')
  expect(metrics.length).toBeGreaterThanOrEqual(45)
  expect(metrics.map((m) => m.id)).toEqual(
    expect.arrayContaining(['gmv', 'paid', 'uv', 'cvr', 'aov', 'refundRate', 'profit']),
  )
  expect(dimensions).toEqual(expect.arrayContaining(['month', 'channel', 'category']))
})

test('one metric is shown with its definition in the language asked for', async () => {
  expect(await json<MetricInfo>('metrics', 'show', 'cvr')).toMatchObject({ id: 'cvr', unit: 'ratio' })
  expect((await runCli(['metrics', 'show', 'cvr'])).stdout).toContain('支付转化率')
  expect((await runCli(['metrics', 'show', 'cvr', '--lang', 'en'])).stdout).toContain('Pay conversion rate')
})

test('a metric that is not there ends with 1 and says where to look', async () => {
  const { exitCode, stderr } = await runCli(['metrics', 'show', 'gvm'])
  expect(exitCode).toBe(1)
  expect(stderr).toContain('zhanggui metrics list')
})

test('formats name the headers they are recognised by', async () => {
  const { formats } = await json<{ formats: FormatInfo[] }>('formats')
  const retail = formats.find((format) => format.id === 'online_retail_ii')
  expect(retail?.columns).toContain('InvoiceDate')
})
