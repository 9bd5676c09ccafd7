import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CalendarYear } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

let home: CliHome

beforeAll(async () => {
  home = await createCliHome()
})
afterAll(() => home.remove())

describe('zhanggui calendar', () => {
  test('without a shop answers the platform’s year and opens no data folder', async () => {
    const year = await home.json<CalendarYear>('calendar', '2027')
    expect(year.occasions.find((o) => o.id === 'june618')?.mainDay).toBe('2027-06-18')
    const { stdout } = await home.spawn('calendar', '2026')
    for (const word of ['双11', '国庆节', '班', '2026-10-01 – 10-07']) expect(stdout).toContain(word)
  })

  test('with a shop shows its anniversary and writes a calendar file', async () => {
    await home.json('store', 'create', 'alpha', '--founded', '2019-05-20')
    const file = join(home.folder, 'year.ics')
    const year = await home.json<CalendarYear>('calendar', '2027', '--store', 'alpha', '--ics', file)
    expect(year.occasions.find((o) => o.origin === 'founding')?.nameZh).toBe('8周年庆')
    const text = await readFile(file, 'utf8')
    expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
    expect(text).toContain('UID:double11-2027@platform.zhanggui')
  })

  test('English tables say the same', async () => {
    const { stdout } = await home.run('calendar', '2027', '--lang', 'en')
    expect(stdout).toContain("New Year's Goods Festival")
    expect(stdout).toContain('not announced')
  })

  test.each([
    ['a year out of reach', ['1600'], 1],
    ['no year', ['spring'], 2],
    ['a shop that is not there', ['2027', '--store', 'none'], 1],
  ])('%s ends with an exit code that scripts can use', async (_rule, args, exitCode) => {
    const run = await home.run('calendar', ...args)
    expect([run.exitCode, run.stdout]).toEqual([exitCode, ''])
  })
})
