import { execFileSync } from 'node:child_process'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readTar, TarDamageError } from './tar-reader.ts'
import { createTarWriter } from './tar-writer.ts'

let folder: string
let archive: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanggui-tar-'))
  archive = join(folder, 'a.tar')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const ENTRIES: [string, string][] = [
  ['empty', ''],
  ['one-block-exactly', 'x'.repeat(512)],
  ['folder/one more byte', 'x'.repeat(513)],
  ['中文/文件 名.csv', '内容'],
  [`${'long/'.repeat(60)}name`, 'deep'],
  ['large', 'y'.repeat(3 << 20)],
]

async function write(entries: readonly [string, string][]): Promise<void> {
  const file = await open(archive, 'w')
  const tar = createTarWriter(file)
  for (const [name, text] of entries) {
    const path = join(folder, 'source')
    await writeFile(path, text)
    await tar.addFile(name, path)
  }
  await tar.end()
  await file.close()
}

async function read(): Promise<[string, string][]> {
  const file = await open(archive)
  try {
    const found: [string, string][] = []
    for await (const entry of readTar(file)) {
      const chunks: Buffer[] = []
      for await (const chunk of entry.content) chunks.push(chunk)
      found.push([entry.name, Buffer.concat(chunks).toString()])
    }
    return found
  } finally {
    await file.close()
  }
}

it('what was written is read back, whatever its name and size', async () => {
  await write(ENTRIES)
  expect(await read()).toEqual(ENTRIES)
})

it('any tar reads it', async () => {
  await write(ENTRIES)
  const options = { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } } as const
  const listed = execFileSync('tar', ['--quoting-style=literal', '-tf', archive], options)
  expect(listed.trimEnd().split('\n')).toEqual(ENTRIES.map(([name]) => name))
})

it.each([
  ['cut in a header', 700],
  ['cut in a content', 512 + 512 + 100],
])('an archive that is %s is damaged', async (_, bytes) => {
  await write([
    ['a', 'x'.repeat(100)],
    ['b', 'y'.repeat(3000)],
  ])
  const file = await open(archive, 'r+')
  await file.truncate(bytes)
  await file.close()
  await expect(read()).rejects.toBeInstanceOf(TarDamageError)
})

it('a header that does not add up is damage', async () => {
  await write([['a', 'x']])
  const file = await open(archive, 'r+')
  await file.write('z', 0)
  await file.close()
  await expect(read()).rejects.toBeInstanceOf(TarDamageError)
})
