import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { usageFailure } from './cli-failure.ts'

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw usageFailure('no_file', {
      zh: `读不到文件 ${path}。请检查路径。`,
      en: `The file ${path} cannot be read. Check the path.`,
    })
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw usageFailure('bad_file', {
      zh: `文件 ${path} 不是合法的 JSON。请检查括号和逗号。`,
      en: `The file ${path} is not valid JSON. Check brackets and commas.`,
    })
  }
}

/**
 * A JSON file of a shape that the contract knows.
 * Errors: throws a usage failure that names the file and the first place that is not right.
 */
export async function readJsonFile<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
  const read = schema.safeParse(parseJson(await readText(path), path))
  if (read.success) return read.data
  const [issue] = read.error.issues
  const where = `${issue?.path.join('.') || '/'}: ${issue?.message ?? ''}`
  throw usageFailure('bad_file', {
    zh: `文件 ${path} 的内容不对：${where}。格式见 docs/promotions.md。`,
    en: `The file ${path} is not right at ${where}. See docs/promotions.md for its shape.`,
  })
}
