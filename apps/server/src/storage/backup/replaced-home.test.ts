import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listHomeData } from './home-files.ts'
import { refuseUnfinishedRestore, setHomeAside } from './replaced-home.ts'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'zhanggui-replaced-'))
  for (const name of ['records', 'facts']) await mkdir(join(home, name))
  await writeFile(join(home, 'secret.key'), 'former')
})
afterEach(() => rm(home, { recursive: true, force: true }))

const secret = (): Promise<string> => readFile(join(home, 'secret.key'), 'utf8')
const writeRestored = (): Promise<void> => writeFile(join(home, 'secret.key'), 'restored')

it('a restore that succeeds leaves the restored data only', async () => {
  const former = await setHomeAside(home, { force: true })
  await writeRestored()
  await former.discard()
  expect(await secret()).toBe('restored')
  expect(await readdir(home)).toEqual(['secret.key'])
})

it('a restore that fails brings the former data back', async () => {
  const former = await setHomeAside(home, { force: true })
  await writeRestored()
  await former.putBack()
  expect(await secret()).toBe('former')
  expect((await readdir(home)).toSorted()).toEqual(['facts', 'records', 'secret.key'])
})

it('no server opens the folder in between', async () => {
  await setHomeAside(home, { force: true })
  expect(() => refuseUnfinishedRestore(home)).toThrow(expect.objectContaining({ code: 'restore_unfinished' }))
})

it.each([
  ['before anything was moved', async () => writeFile(join(home, 'restoring.json'), '{"stage":"former"}')],
  [
    'between two moves',
    async () => {
      await writeFile(join(home, 'restoring.json'), '{"stage":"former"}')
      await mkdir(join(home, 'replaced'))
      await rm(join(home, 'records'), { recursive: true })
      await mkdir(join(home, 'replaced', 'records'))
    },
  ],
  [
    'with half of the restored data written',
    async () => {
      await setHomeAside(home, { force: true })
      await writeRestored()
    },
  ],
])('a cut %s loses nothing: the next restore can still bring the former data back', async (_, cut) => {
  await cut()
  const former = await setHomeAside(home, { force: true })
  expect(await listHomeData(home)).toEqual([])
  await former.putBack()
  expect(await secret()).toBe('former')
  expect((await readdir(home)).toSorted()).toEqual(['facts', 'records', 'secret.key'])
})

it('data is replaced only when that is meant', async () => {
  await expect(setHomeAside(home, { force: false })).rejects.toMatchObject({ code: 'home_not_empty' })
  expect(await secret()).toBe('former')
})
