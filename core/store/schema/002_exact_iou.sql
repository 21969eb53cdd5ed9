-- Whether a prediction's IoU is exact or the one of the crop's name, rounded to two decimals: near a label threshold
-- only an exact one tells the label. Rows of before do not say. An IoU of two decimals at most is taken as rounded: few
-- exact ones are, and those keep the label of their name only within 0.005 of the threshold.
ALTER TABLE prediction ADD COLUMN iou_is_exact INTEGER NOT NULL DEFAULT 1 CHECK (iou_is_exact IN (0, 1));
UPDATE prediction SET iou_is_exact = 0 WHERE iou = round(iou, 2);
