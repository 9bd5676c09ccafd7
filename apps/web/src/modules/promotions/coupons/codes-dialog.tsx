import type { CouponBatch } from '@zhanggui/contract'
import { Button, Form, InputNumber, Modal } from 'antd'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import styles from './coupons.module.css'
import { strings } from './strings.ts'
import { useMakeCodes } from './use-coupons.ts'

type Props = { batch: CouponBatch; onClose: () => void }
type Values = { count: number; usesEach: number }

/** Codes of a batch; they are shown once, because only a keyed digest of them is kept. */
export function CodesDialog({ batch, onClose }: Props) {
  const t = useStrings(strings)
  const make = useMakeCodes(useStoreId(), batch.id)
  if (make.data) return <Made batch={batch} codes={make.data.codes} onClose={onClose} />
  return (
    <DialogForm<Values>
      title={`${t.codes} · ${batch.name}`}
      open
      submitText={t.make}
      initial={{ count: 100, usesEach: 1 }}
      pending={make.isPending}
      error={make.error}
      onSubmit={(values) => make.mutate(values)}
      onClose={onClose}
    >
      <p className={styles.note}>{t.codesHelp}</p>
      <div className={styles.pair}>
        <Form.Item name="count" label={t.codesCount} rules={[{ required: true }]}>
          <InputNumber className={styles.full ?? ''} min={1} max={10_000} precision={0} />
        </Form.Item>
        <Form.Item name="usesEach" label={t.usesEach} rules={[{ required: true }]}>
          <InputNumber className={styles.full ?? ''} min={1} precision={0} />
        </Form.Item>
      </div>
    </DialogForm>
  )
}

function Made({ batch, codes, onClose }: Props & { codes: readonly string[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const file = `data:text/csv;charset=utf-8,${encodeURIComponent(['code', ...codes].join('\r\n'))}`
  return (
    <Modal
      title={t.made(format.count(codes.length))}
      open
      onCancel={onClose}
      footer={
        <Button type="primary" href={file} download={`${batch.id}-codes.csv`}>
          {t.download}
        </Button>
      }
    >
      <p className={styles.note}>{t.codesHelp}</p>
      <pre className={styles.codes}>{codes.join('\n')}</pre>
    </Modal>
  )
}
