package io.feishuhire.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tree of departments, as far as an app sees it. Guarded by the world's lock. */
final class Departments {

    private final Map<String, Department> byOpenId = new LinkedHashMap<>();
    private final Set<String> outOfRange = new LinkedHashSet<>();

    /**
     * A department of the same id is replaced.
     *
     * @throws IllegalArgumentException if there is no such parent, or the department would be above itself
     */
    void add(Department department) {
        var parent = department.parentOpenId();
        if (!exists(parent)) {
            throw new IllegalArgumentException("There is no department " + parent + " to be above another.");
        }
        for (var above = parent;
                !above.equals(Department.ROOT);
                above = byOpenId.get(above).parentOpenId()) {
            if (above.equals(department.openId())) {
                throw new IllegalArgumentException("No department is above itself, as " + above + " would be.");
            }
        }
        byOpenId.put(department.openId(), department);
    }

    /** Accepts both kinds of id, and the root's. */
    void outOfRange(String departmentId, boolean out) {
        var openId = byOpenId.containsKey(departmentId) ? departmentId : openId(departmentId);
        if (openId == null) {
            throw new IllegalArgumentException("There is no department " + departmentId + ".");
        }
        if (out) {
            outOfRange.add(openId);
        } else {
            outOfRange.remove(openId);
        }
    }

    List<String> outOfRange() {
        return List.copyOf(outOfRange);
    }

    /** Removes the departments; what was out of range is not any more. */
    void clear() {
        byOpenId.clear();
        outOfRange.clear();
    }

    /** What is out of the app's range is left out of the lists of others, and refuses to tell its own. */
    Pages.Listing<Department> children(Call call) {
        var open = call.departmentsByOpenId();
        call.personId(PersonId.COMMON);
        var asked = call.ids().get("department_id");
        var openId = known(asked, open);
        if (!inRange(openId)) {
            throw Refused.with(403, 40_004, "no department authority");
        }
        var named = call.scopes().contains(Scopes.DEPARTMENT_NAMES);
        return new Pages.Listing<>(
                below(openId, call.flag("fetch_child")), department -> department.fields(open, named));
    }

    /**
     * The open_department_id of a department that there is.
     *
     * @param open whether the id is an open_department_id itself
     */
    String known(String departmentId, boolean open) {
        var openId = open ? departmentId : openId(departmentId);
        if (openId == null || !exists(openId)) {
            throw Refused.with(400, 99_992_357, "department id does not exist");
        }
        return openId;
    }

    private List<Department> below(String openId, boolean all) {
        var children = new ArrayList<Department>();
        for (var department : byOpenId.values()) {
            if (department.parentOpenId().equals(openId) && !outOfRange.contains(department.openId())) {
                children.add(department);
                if (all) {
                    children.addAll(below(department.openId(), true));
                }
            }
        }
        return children;
    }

    private boolean inRange(String openId) {
        for (var above = openId;
                !above.equals(Department.ROOT);
                above = byOpenId.get(above).parentOpenId()) {
            if (outOfRange.contains(above)) {
                return false;
            }
        }
        return !openId.equals(Department.ROOT) || !outOfRange.contains(Department.ROOT);
    }

    private boolean exists(String openId) {
        return openId.equals(Department.ROOT) || byOpenId.containsKey(openId);
    }

    /** The open_department_id of a department_id, or null if there is none. */
    private String openId(String departmentId) {
        if (departmentId.equals(Department.ROOT)) {
            return Department.ROOT;
        }
        return byOpenId.keySet().stream()
                .filter(openId -> Department.id(openId).equals(departmentId))
                .findFirst()
                .orElse(null);
    }
}
