import type { Store } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CliHome, createCliHome } from '../support/cli-home.ts'
import { runCli } from '../support/run-cli.ts'

let home: CliHome
beforeAll(async () => {
  home = await createCliHome()
})
afterAll(() => home.remove())

describe('shops', () => {
  test('a new shop is answered as it is stored, and is listed', async () => {
    const made = await home.json<Store>(
      'store',
      'create',
      'uk',
      '--name',
      '英国店',
      '--currency',
      'GBP',
      '--timezone',
      'Europe/London',
    )
    expect(made).toMatchObject({ id: 'uk', name: '英国店', currency: 'GBP', timezone: 'Europe/London' })
    expect((await home.json<{ stores: Store[] }>('store', 'list')).stores).toEqual([made])
  })

  test('the table names the shop', async () => {
    expect((await home.run('store', 'list')).stdout).toMatch(/uk\s+英国店\s+GBP/)
  })

  test('an id that is taken fails with 1 and says so in both languages', async () => {
    const { exitCode, stderr, stdout } = await home.run('store', 'create', 'uk')
    expect(exitCode).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain('已被使用')
    expect(stderr).toContain('is taken')
  })

  test('with --json a failure is one JSON object on standard error', async () => {
    const { stderr } = await home.run('store', 'create', 'uk', '--json')
    expect(JSON.parse(stderr)).toEqual({
      error: { code: 'store_exists', message: expect.any(String), messageEn: expect.any(String) },
    })
  })
})

describe('a wrong command line', () => {
  test.each([
    ['an unknown command', ['stores']],
    ['an unknown option', ['store', 'list', '--colour']],
    ['a missing argument', ['store', 'create']],
  ])('%s ends with 2', async (_name, args) => {
    const { exitCode, stderr } = await home.run(...args)
    expect(exitCode).toBe(2)
    expect(stderr).toContain('zhanggui --help')
  })

  test('a setting that cannot be used ends with 2 and names the variable', async () => {
    const { exitCode, stderr } = await runCli(['store', 'list'], { env: { PORT: 'x' } })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('PORT')
  })
})
