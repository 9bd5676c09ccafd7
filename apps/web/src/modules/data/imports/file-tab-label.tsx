import { CheckCircleOutlined, ExclamationCircleOutlined, MinusCircleOutlined } from '@ant-design/icons'
import { useStrings } from '../../../locale/strings.ts'
import { problemOf } from './file-problems.ts'
import type { FileDraft } from './import-draft.ts'
import { reviewStrings } from './review-strings.ts'

/** The name of a file with a sign: ready, needs a look, or left out. */
export function FileTabLabel({ file }: { file: FileDraft }) {
  const t = useStrings(reviewStrings)
  const { Icon, label } = signOf(file, t)
  return (
    <span>
      <Icon aria-label={label} /> {file.preview.name}
    </span>
  )
}

type Words = { fileReady: string; fileIncomplete: string; fileLeftOut: string }

function signOf(file: FileDraft, t: Words) {
  if (!file.included) return { Icon: MinusCircleOutlined, label: t.fileLeftOut }
  if (problemOf(file) !== null) return { Icon: ExclamationCircleOutlined, label: t.fileIncomplete }
  return { Icon: CheckCircleOutlined, label: t.fileReady }
}
