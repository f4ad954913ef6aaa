package io.feishuhire.sandbox;

import java.util.Locale;
import java.util.Optional;

/** A list of choices, of which someone who creates a job takes one. */
public enum Catalogue {
    /** 招聘流程. What is added has the type 1, experienced, and no stages. It has no parent. */
    JOB_PROCESSES,
    /** 职位类别, a tree. */
    JOB_TYPES,
    /** 职能分类, a tree; one that is not active has active_status 2. */
    JOB_FUNCTIONS,
    /** 地址. What is added is for jobs (position_location) and lies in Beijing. It has no parent. */
    LOCATIONS,
    /** 项目. It has no parent. */
    SUBJECTS,
    /** 序列, a tree. The sandbox has no call that lists it. */
    JOB_FAMILIES,
    /** 职级; creating a job with one that is not active fails with 1002630. The sandbox has no call that lists it. */
    JOB_LEVELS,
    /** 职位亮点, of which Feishu's page of constants has 16 and no call any. The sandbox starts with three of them. */
    HIGHLIGHTS,
    /**
     * 部门, a tree. The id is the open_department_id; the department_id is the same without {@code od-}. The parent is
     * given by its open_department_id, and null or "0" is the root. One that is not active is marked as deleted.
     */
    DEPARTMENTS;

    static Optional<Catalogue> named(String name) {
        for (var catalogue : values()) {
            if (catalogue.lowerCaseName().equals(name)) {
                return Optional.of(catalogue);
            }
        }
        return Optional.empty();
    }

    String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
