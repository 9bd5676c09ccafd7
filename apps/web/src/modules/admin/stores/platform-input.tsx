import { AutoComplete } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { PLATFORMS, strings } from './strings.ts'

type Props = { id?: string; value?: string; onChange?: (platform: string) => void }

/** The usual platforms to pick from; another one can be typed. */
export function PlatformInput(props: Props) {
  const t = useStrings(strings)
  return <AutoComplete {...props} options={PLATFORMS.map((id) => ({ value: id, label: `${t[id]} (${id})` }))} />
}
