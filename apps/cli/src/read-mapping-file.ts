import { readFile } from 'node:fs/promises'
import { Mapping } from '@zhanggui/contract'
import { usageFailure } from './cli-failure.ts'

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw usageFailure('no_mapping_file', {
      zh: `读不到映射文件 ${path}。请检查路径。`,
      en: `The mapping file ${path} cannot be read. Check the path.`,
    })
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw usageFailure('bad_mapping_file', {
      zh: `映射文件 ${path} 不是合法的 JSON。请检查括号和逗号。`,
      en: `The mapping file ${path} is not valid JSON. Check brackets and commas.`,
    })
  }
}

/**
 * A mapping as the import page saves it (contract `Mapping`).
 * Errors: throws a usage failure that names the first place that is not right.
 */
export async function readMappingFile(path: string): Promise<Mapping> {
  const read = Mapping.safeParse(parseJson(await readText(path), path))
  if (read.success) return read.data
  const [issue] = read.error.issues
  const where = `${issue?.path.join('.') || '/'}: ${issue?.message ?? ''}`
  throw usageFailure('bad_mapping_file', {
    zh: `映射文件 ${path} 的内容不对：${where}。格式见 docs/cli.md。`,
    en: `The mapping file ${path} is not right at ${where}. See docs/cli.md for its shape.`,
  })
}
