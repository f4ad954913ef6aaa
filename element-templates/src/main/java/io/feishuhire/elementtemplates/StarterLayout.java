package io.feishuhire.elementtemplates;

import io.feishuhire.connector.feishu.FeishuError;
import java.util.List;

/** Where things are in the starter diagram: boundary events along the lower edge of a wide task, then the upper one. */
final class StarterLayout {

    private static final int COLUMN = 150;
    private static final int TASK_LEFT = 270;
    private static final int TASK_TOP = 240;
    private static final int TASK_BOTTOM = 340;
    private static final int ARROW = 104;
    private static final int RADIUS = 18;

    private final List<FeishuError> errors;
    private final int lowerColumns;

    StarterLayout(List<FeishuError> errors) {
        this.errors = errors;
        this.lowerColumns = (errors.size() + 1) / 2;
    }

    int taskWidth() {
        return lowerColumns * COLUMN;
    }

    int taskRight() {
        return TASK_LEFT + taskWidth();
    }

    int endX() {
        return taskRight() + 82;
    }

    String shapes(FeishuError error) {
        int position = errors.indexOf(error);
        boolean lower = position < lowerColumns;
        int column = lower ? position : position - lowerColumns;
        int upperColumns = errors.size() - lowerColumns;
        int indent = lower ? 0 : (lowerColumns - upperColumns) * COLUMN / 2;
        int x = TASK_LEFT + indent + COLUMN / 2 + column * COLUMN;
        int edge = lower ? TASK_BOTTOM : TASK_TOP;
        int away = lower ? 1 : -1;
        int labelY = lower ? edge + 24 : edge - 24 - 27;
        return """
                      <bpmndi:BPMNShape id="%1$s-shape" bpmnElement="%1$s">
                        <dc:Bounds x="%2$d" y="%3$d" width="36" height="36" />
                        <bpmndi:BPMNLabel>
                          <dc:Bounds x="%4$d" y="%5$d" width="84" height="27" />
                        </bpmndi:BPMNLabel>
                      </bpmndi:BPMNShape>
                      <bpmndi:BPMNShape id="%1$s-end-shape" bpmnElement="%1$s-end">
                        <dc:Bounds x="%2$d" y="%6$d" width="36" height="36" />
                      </bpmndi:BPMNShape>
                      <bpmndi:BPMNEdge id="%1$s-flow-edge" bpmnElement="%1$s-flow">
                        <di:waypoint x="%7$d" y="%8$d" />
                        <di:waypoint x="%7$d" y="%9$d" />
                      </bpmndi:BPMNEdge>
                """.formatted(
                        StarterDiagram.id(error),
                        x - RADIUS,
                        edge - RADIUS,
                        x + 8,
                        labelY,
                        edge + away * (ARROW + RADIUS) - RADIUS,
                        x,
                        edge + away * RADIUS,
                        edge + away * ARROW);
    }
}
