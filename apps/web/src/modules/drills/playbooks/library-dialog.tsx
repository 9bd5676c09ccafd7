import { App, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { PanelBody } from '../../../parts/panel.tsx'
import { Problem } from '../../../parts/problem.tsx'
import cards from '../cards.module.css'
import styles from './playbooks.module.css'
import { strings } from './strings.ts'
import { useAddShipped, useLibrary } from './use-playbooks.ts'

/** Shipped playbooks that the shop does not have yet; all are ticked to begin with, and begin in shadow. */
export function LibraryDialog({ onClose }: { onClose: () => void }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const { message } = App.useApp()
  const add = useAddShipped()
  const query = useLibrary()
  const [left, setLeft] = useState<readonly string[]>([])
  const offered = query.data?.filter(({ added }) => !added) ?? []
  const chosen = offered.map(({ id }) => id).filter((id) => !left.includes(id))
  const toggle = (id: string): void => setLeft(left.includes(id) ? left.filter((one) => one !== id) : [...left, id])
  const submit = (): void =>
    add.mutate(chosen, {
      onSuccess: ({ added }) => {
        void message.success(t.added(format.count(added.length)))
        onClose()
      },
    })
  return (
    <Modal
      title={t.add}
      open
      width={720}
      onCancel={onClose}
      onOk={submit}
      okText={`${t.addChosen} ${chosen.length}`}
      cancelText={t.cancel}
      okButtonProps={{ disabled: chosen.length === 0, loading: add.isPending }}
    >
      <p className={cards.soft}>{query.data && offered.length === 0 ? t.allAdded : t.libraryLead}</p>
      <PanelBody query={query} height={280}>
        {() => (
          <ul className={styles.shipped}>
            {offered.map(({ id, body, sentenceZh, sentenceEn }) => (
              <li key={id}>
                <Checkbox checked={!left.includes(id)} onChange={() => toggle(id)}>
                  {language === 'zh' ? body.nameZh : body.nameEn}
                  <small>{language === 'zh' ? sentenceZh : sentenceEn}</small>
                </Checkbox>
              </li>
            ))}
          </ul>
        )}
      </PanelBody>
      {add.error && <Problem compact error={add.error} />}
    </Modal>
  )
}
