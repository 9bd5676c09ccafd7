-- What happens to an order once it is there. Its home decides; `elsewhere` names the shards that have to follow.

local function answer_of(code, order, detail)
  local answer = { code = code, detail = detail }
  if order.elsewhere then
    answer.state, answer.deadline = order.state, order.deadline
    answer.attempt, answer.elsewhere = order.attempt, order.elsewhere
  end
  return answer
end

local function to_refund(shard, id, order)
  close_order(shard, id, order, 'refundDue', shard.now + order.retentionMs)
  return answer_of('refund_due', order)
end

local function balance_of(shard, order)
  for i = #order.lines, 1, -1 do
    local terms = read_terms(shard, order.lines[i].item)
    if terms and terms.kind == 'presale' then return terms.balanceFrom, terms.balanceUntil end
  end
  return 0, 0
end

local function sell(shard, id, order, from)
  move_lines(shard, order, from, ':sold')
  close_order(shard, id, order, 'sold', shard.now + order.retentionMs)
end

local function lock(shard, id, order, from, request)
  local _, till = balance_of(shard, order)
  move_lines(shard, order, from, ':locked')
  order.amount = request.balanceCents
  order.depositPaid = true
  close_order(shard, id, order, 'locked', till)
  return math.floor(till / 1000)
end

-- The money is there and the hold is not: the units are taken again, or it goes back. Over several shards this is an attempt of
-- its own, which the caller brings to its end.
local function take_again(shard, id, order, request, kind)
  local fault = take_lines(shard, order, ':held')
  if fault then return to_refund(shard, id, order) end
  if order.elsewhere then return try_order(shard, id, order, request, kind) end
  if kind == 'pay' then
    sell(shard, id, order, ':held')
    return answer_of('accepted_late', order)
  end
  return answer_of('accepted_late', order, lock(shard, id, order, ':held', request))
end

local function pay(shard, request)
  local id = request.order
  local order = read_order(shard, id)
  if not order or order.state == 'none' then return { code = 'order_unknown' } end
  if order.trial then return { code = 'busy' } end
  if order.state == 'sold' then return answer_of('already_paid', order) end
  if order.state == 'refundDue' then return answer_of('already_refunded', order) end
  if order.presale and not order.depositPaid then return answer_of('deposit_missing', order) end
  if order.state == 'locked' and shard.now < balance_of(shard, order) then return answer_of('balance_not_open', order) end
  if order.amount ~= request.amountCents then return answer_of('amount_differs', order) end
  if order.state == 'released' then return to_refund(shard, id, order) end
  if order.state == 'lapsed' then return take_again(shard, id, order, request, 'pay') end
  sell(shard, id, order, order.state == 'held' and ':held' or ':locked')
  return answer_of('accepted', order)
end

local function pay_deposit(shard, request)
  local id = request.order
  local order = read_order(shard, id)
  if not order or order.state == 'none' then return { code = 'order_unknown' } end
  if order.trial then return { code = 'busy' } end
  if not order.presale or order.depositPaid then return answer_of('deposit_unexpected', order) end
  if order.amount ~= request.amountCents then return answer_of('amount_differs', order) end
  if order.state == 'refundDue' then return answer_of('already_refunded', order) end
  if order.state == 'released' then return to_refund(shard, id, order) end
  if order.state == 'held' then return answer_of('accepted', order, lock(shard, id, order, ':held', request)) end
  local _, till = balance_of(shard, order)
  if shard.now >= till then return to_refund(shard, id, order) end
  return take_again(shard, id, order, request, 'deposit')
end

local CLOSED = { sold = 'already_paid', released = 'already_released', lapsed = 'already_lapsed', refundDue = 'already_refunded' }

local function release(shard, request)
  local id = request.order
  local order = read_order(shard, id)
  if not order or order.state == 'none' then return { code = 'order_unknown' } end
  if order.trial then return { code = 'busy' } end
  if CLOSED[order.state] then return answer_of(CLOSED[order.state], order) end
  give_lines(shard, order, order.state == 'held' and ':held' or ':locked')
  close_order(shard, id, order, 'released', shard.now + order.retentionMs)
  return answer_of('accepted', order)
end

local function units_out(order, item)
  local units
  for _, line in ipairs(order.lines) do
    if line.item == item and not line.part then units = (units or 0) + line.quantity - line.returned end
  end
  return units
end

local function take_back(shard, line, quantity, request)
  line.returned = line.returned + quantity
  local units = quantity * line.units
  if request.scrap then
    add_units(shard, line.item, ':sold', -units)
    add_units(shard, line.item, ':stock', -units)
  else move_units(shard, line.item, units, ':sold', ':free') end
end

-- Units of an item come back, from its last line to its first; `of`: parts of a bundle that came back with its set.
local function mark_returned(shard, order, request)
  local left = {}
  for i = #order.lines, 1, -1 do
    local line = order.lines[i]
    local named = line.part and line.part == request.item or not line.part and line.item == request.item
    if named then
      local units = math.min(left[line.item] or request.quantity, line.quantity - line.returned)
      left[line.item] = (left[line.item] or request.quantity) - units
      take_back(shard, line, units, request)
      if request.restoreLimit and not line.part then uncount(shard, line, order, units) end
    end
  end
end

-- Asked of the home: may the order be returned at all? The shard of the item then decides about its units.
local function may_return(shard, request)
  local order = read_order(shard, request.order)
  if not order or order.state == 'none' then return { code = 'order_unknown' } end
  if order.state ~= 'sold' then return answer_of('order_unpaid', order) end
  if request.quantity < 1 then return answer_of('quantity_invalid', order) end
  return nil
end

local function return_goods(shard, request)
  local order = read_order(shard, request.order)
  if order and order.state ~= 'sold' then return { code = 'busy' } end
  local out = order and units_out(order, request.item)
  if not out then return { code = 'line_unknown' } end
  if out < request.quantity then return { code = 'return_exceeds', detail = out } end
  mark_returned(shard, order, request)
  write_order(shard, request.order, order)
  return { code = 'accepted' }
end

-- The parts of a bundle that lie elsewhere than the bundle itself.
local function return_part(shard, request)
  local order = read_order(shard, request.order)
  if not order or order.state ~= 'sold' then return { code = 'busy' } end
  mark_returned(shard, order, request)
  write_order(shard, request.order, order)
  return { code = 'accepted' }
end
