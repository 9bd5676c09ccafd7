import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ApiError } from '@zhanggui/contract'
import { describe, expect, test } from 'vitest'
import { ApiFailure } from './api-failure.ts'
import { ERROR_CODES, type ErrorCode, type ErrorEntry } from './error-codes.ts'

const SOURCE = join(import.meta.dirname, '..')

const sourceText = (readdirSync(SOURCE, { recursive: true }) as string[])
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.endsWith('error-codes.ts'))
  .map((path) => readFileSync(join(SOURCE, path), 'utf8'))
  .join('\n')

const entries = Object.entries(ERROR_CODES) as [ErrorCode, ErrorEntry][]
const placesOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').toSorted()

describe('the table of error codes', () => {
  test.each(entries)('%s has a client or server status and a message in each language', (_code, { status, zh, en }) => {
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(600)
    expect(zh).toMatch(/[\u4e00-\u9fff].*[。]$/s)
    expect(en).toMatch(/^[A-Z][^\u4e00-\u9fff]*\.$/s)
  })

  test.each(entries)('%s names the same facts in both languages', (_code, { zh, en }) => {
    expect(placesOf(zh)).toEqual(placesOf(en))
  })

  test('each code is used somewhere: none outlives its cause', () => {
    expect(entries.map(([code]) => code).filter((code) => !sourceText.includes(`'${code}'`))).toEqual([])
  })

  test('a failure becomes the body that the contract promises, its facts filled in', () => {
    const body = new ApiFailure('unknown_store', { store: 'alpha' }).toBody('zh')
    expect(ApiError.parse(body)).toEqual({
      error: {
        code: 'unknown_store',
        message: '没有找到店铺“alpha”，或你不在该店铺中。',
        messageEn: 'There is no shop "alpha" that you belong to.',
        facts: { store: 'alpha' },
      },
    })
  })
})
