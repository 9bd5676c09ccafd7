import type { z } from 'zod'
import type { Resource } from './define-resource.ts'

/** What is wrong with one field, in both languages; shown beside the field. */
export type FieldProblem = { field: string; message: string; messageEn: string }

type Issue = z.core.$ZodIssue
type Words = { zh: string; en: string }

const TYPE_WORDS: Record<string, Words> = {
  string: { zh: '应为文字', en: 'must be text' },
  number: { zh: '应为数字', en: 'must be a number' },
  int: { zh: '应为整数', en: 'must be a whole number' },
  boolean: { zh: '应为是或否', en: 'must be yes or no' },
}

const isMissing = (issue: Issue): boolean =>
  issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null)

function describeSize(issue: Issue): Words | null {
  if (issue.code === 'too_small') {
    if (issue.origin !== 'string') return { zh: `不能小于 ${issue.minimum}`, en: `must be at least ${issue.minimum}` }
    return { zh: '不能为空', en: 'must not be empty' }
  }
  if (issue.code !== 'too_big') return null
  if (issue.origin === 'string') return { zh: `最多 ${issue.maximum} 个字`, en: `at most ${issue.maximum} characters` }
  return { zh: `不能大于 ${issue.maximum}`, en: `must be at most ${issue.maximum}` }
}

/** Words that a field's own rule brought along. */
function describeCustom(issue: Issue): Words | null {
  if (issue.code !== 'custom') return null
  const { zh, en } = issue.params ?? {}
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null
}

function describe(issue: Issue): Words {
  if (isMissing(issue)) return { zh: '必填', en: 'is required' }
  const words = describeSize(issue) ?? describeCustom(issue)
  if (words) return words
  if (issue.code === 'invalid_type') return TYPE_WORDS[issue.expected] ?? { zh: '类型不对', en: 'has the wrong type' }
  if (issue.code === 'invalid_value')
    return { zh: `应为其中之一：${issue.values.join('、')}`, en: `must be one of: ${issue.values.join(', ')}` }
  return { zh: '填写不对', en: 'is not valid' }
}

/** Problems of a whole row, in the words of its declaration. */
export function describeProblems(resource: Resource, issues: readonly Issue[]): FieldProblem[] {
  return issues.flatMap((issue): FieldProblem[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        field: key,
        message: `${resource.nameZh}没有字段“${key}”`,
        messageEn: `${resource.nameEn} have no field "${key}"`,
      }))
    const name = String(issue.path[0] ?? '')
    const field = resource.fields[name]
    const { zh, en } = describe(issue)
    return [{ field: name, message: `${field?.nameZh ?? name}${zh}`, messageEn: `${field?.nameEn ?? name} ${en}` }]
  })
}
